import { MAX_CREDIT_LIMIT } from "../customers/customerFields.js";
import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";

/** What binds a customer and the company. */
export const relationColumns: readonly SheetColumn[] = [
  {
    key: "owner",
    type: "text",
    maxLength: 254,
    labels: labels("Responsável", "Owner", "Responsable"),
    synonyms: words(
      "Account owner|Company owner|Customer owner|Contact owner|Owner name|Owner email|Dono|Dono do lead|Sales owner|E-mail do responsável|Account manager|Gerente de conta|Gestor|Gestor de conta|Salesperson|Sales person|Sales rep|Sales representative|Sales employee|Sales|Vendedor|Vendedor padrão|Vendedor responsável|Vend|Vendnm|Consultor|Comercial|Representante|Assigned to|Assigned user|Usuário designado|Usuário responsável|Responsible|Responsável pela conta|Gestor comercial|Agente|Agente comercial|Ответственный|Менеджер",
    ),
    looks: { like: ["name", "email", "words"], unlike: ["number", "date", "link"] },
    example: "ana@example.com",
  },
  {
    key: "tags",
    type: "tags",
    several: "join",
    labels: labels("Etiquetas", "Tags", "Etiquetas"),
    synonyms: words("Tag|Label|Labels|Marcadores|Marcador|Palavras-chave|Keywords|Метки|Теги"),
    hints: words(
      "Category|Categories|Categoria|Categorias|Categoría|Category id|Grupo|Group|Customer group|Segmento|Segment|Market segment",
    ),
    example: "varejo, vip",
  },
  {
    key: "notes",
    type: "text",
    maxLength: 10_000,
    lines: "paragraphs",
    several: "join",
    labels: labels("Observações", "Notes", "Notas"),
    synonyms: words(
      "Note|Nota|Obs|Observação|Observações gerais|Observations|Observación|Observaciones|OBSCLI|Anotações|Comments|Comment|Comentários|Comentarios|Remarks|Internal notes|Private notes|Public notes|Client private notes|Client public notes|Memo|Free text|Additional information|Informações adicionais|Примечание|Комментарий",
    ),
    cues: {
      headers: words("Description|Descrição|Descripción|Details|Detalhes|Background|Resumo"),
      looks: { unlike: ["number", "date", "link", "email"] },
    },
    example: "Entregar pela manhã",
  },
  {
    key: "currency",
    type: "currency",
    labels: labels("Moeda", "Currency", "Moneda"),
    synonyms: words(
      "Currency code|Código da moeda|Código de moneda|Divisa|Default currency|Moeda padrão|Währung|Devise|Valuta|Валюта",
    ),
    example: "BRL",
  },
  {
    key: "paymentTermDays",
    inDays: true,
    type: "integer",
    min: 0,
    max: 3650,
    labels: labels("Prazo de pagamento (dias)", "Payment term (days)", "Plazo de pago (días)"),
    synonyms: words(
      "Payment term|PaymentTerm|Payment terms|Payment terms (days)|Payment days|Property payment term id|Default payment terms template|Net days|Terms|Credit days|Due days|Prazo|Prazo de pagamento|Prazo de vencimento|Condição de pagamento|Condições de pagamento|Dias de prazo|Prazo (dias)|Plazo de pago|Días de crédito|Condiciones de pago|Customer payment terms|Zahlungsziel|Срок оплаты",
    ),
    cues: { headers: words("Vencimento|Vencimiento|Due date term") },
    looks: { like: ["days"] },
    example: "30",
  },
  {
    key: "creditLimit",
    type: "money",
    min: 0,
    max: MAX_CREDIT_LIMIT,
    labels: labels("Limite de crédito", "Credit limit", "Límite de crédito"),
    synonyms: words(
      "Limite de crédito total|Credit limit (Credit limit)|CreditLimit|Credit line|Limite crédito|Limite de credito aprovado|Linha de crédito|Kreditlimit|Plafond de crédito|Límite crédito",
    ),
    example: "5000.00",
  },
];
