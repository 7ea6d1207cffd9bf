import type { SheetColumn } from "../sheets/sheet.js";
import { choice, labels, words } from "../sheets/sheetWords.js";
import { customerStatusChoices } from "./customerStatusChoices.js";
import { customerIdHeaders, NAMELESS, taxIdHeaders, wholeNames } from "./headers.js";
import { namePartColumns } from "./namePartColumns.js";

/** What a customer is known by. */
export const identityColumns: readonly SheetColumn[] = [
  {
    key: "number",
    type: "text",
    maxLength: 40,
    isKey: true,
    labels: labels("Número do cliente", "Customer number", "Número de cliente"),
    synonyms: words(
      "Customer no|Customer #|Client number|Client no|Nº do cliente|Nº cliente|Num cliente|N.º de cliente|N.º cliente|Account number|Account no|Account ref|Account reference|A/C|Kundennummer|Kunden-Nr|Numéro client|Número de conta|No client",
    ),
    // Next to a street it is the number of a house.
    cues: {
      headers: words("Número|Nº|N.º|Num|Núm.|Number|No|No."),
      looks: { like: ["code"], unlike: ["name", "email", "date"] },
    },
    hints: words("Código|Code|Cód|Ref|Reference|Referência|Referencia"),
    looks: { like: ["code"], unlike: ["email", "link", "date"] },
    example: "C-000042",
  },
  {
    key: "legalName",
    type: "text",
    lines: "joined",
    required: true,
    maxLength: 200,
    several: "first",
    labels: labels("Razão social", "Legal name", "Razón social", "Denominação social"),
    synonyms: words(
      `Nome legal|Nome / Razão social|Razão social / Nome|Razão social / Nome completo|Nome ou razão social|Nome empresarial|Denominação social|Denominação|Firma|Legal entity name|Registered name|Company legal name|Nombre fiscal|Nombre o razón social|Nombre / Razón social|Denominación social|NOFCLI|RazaoSocial|CNOMCLI|NomCli|NOMEPARC|Company name|Organization name|Organisation name|Account name|Customer name|Client name|Business name|Nome da empresa|Nome do cliente|Nome do contato|Nome do PN|BP name|Nombre de la empresa|Nombre del cliente|Company|Organization|Organisation|Empresa|Firmenname|Firma/Name|Unternehmen|Raison sociale|Ragione sociale|Наименование|Наименование организации|Полное наименование|Название|Название компании|Организация|Компания|Контрагент|Юридическое лицо|${wholeNames}|Contact name|Nombre del contacto|CardName`,
    ),
    cues: {
      headers: words("Cliente|Customer|Client|Клиент|Kunde|Account|Conta|Titulo|Título|Party"),
      looks: { like: ["name"], unlike: ["email", "link", "date"] },
    },
    hints: words("Contato|Contact|Title|Default Address Company|Address company|Billing company"),
    looks: NAMELESS,
    example: "Padaria São João Ltda",
  },
  // Customers of many a shop are people.
  ...namePartColumns("legalName"),
  {
    key: "tradeName",
    type: "text",
    lines: "joined",
    maxLength: 200,
    labels: labels("Nome fantasia", "Trade name", "Nombre comercial", "Nome comercial"),
    synonyms: words(
      "Fantasia|Nome comercial|Nome de fantasia|Nome fantasia / Nome abreviado|Nome abreviado|Nome reduzido|NREDUZ|Fantasia / Apelido|Apelido|ApeCli|Trading name|Trading as|Doing business as|DBA|DBA name|Brand name|Short name|Search name|Nombre de fantasía|Nombre corto|Marca comercial|NOCCLI|CNOMCOM|Nom commercial|Nom alternatif|Краткое наименование|Торговое название",
    ),
    hints: words("Alias|Nickname|Marca|Brand|Nome 2|Nome2|Name 2|Foreign name|CardFName"),
    looks: NAMELESS,
    example: "Padaria São João",
  },
  {
    key: "taxId",
    type: "taxId",
    maxLength: 40,
    several: "first",
    furtherIn: "secondTaxId",
    labels: labels("CNPJ / CPF / NIF", "Tax ID", "NIF / Identificación fiscal", "NIF"),
    synonyms: words(taxIdHeaders),
    hints: words("Government ID Number|ID number|Doc|Número do documento|Nº documento"),
    example: "12.345.678/0001-95",
  },
  {
    key: "taxIdCountry",
    type: "country",
    mayBeUnknown: true,
    labels: labels("País do CNPJ/CPF", "Tax ID country", "País del NIF", "País do NIF"),
    synonyms: words(
      "País do documento fiscal|Tax country|VAT country|VAT country code|Country of tax ID|País fiscal|País do CNPJ / CPF / NIF|País do NIF|País de identificación fiscal|País del documento",
    ),
    example: "BR",
  },
  {
    key: "secondTaxId",
    type: "taxId",
    maxLength: 40,
    labels: labels("Segundo CNPJ / CPF / NIF", "Second tax ID", "Segundo NIF", "Segundo NIF"),
    synonyms: words("Outro documento fiscal|Other tax ID|Additional tax ID"),
    example: "529.982.247-25",
  },
  {
    key: "secondTaxIdCountry",
    type: "country",
    mayBeUnknown: true,
    labels: labels(
      "País do segundo CNPJ/CPF",
      "Second tax ID country",
      "País del segundo NIF",
      "País do segundo NIF",
    ),
    synonyms: words("País do segundo documento fiscal"),
    example: "BR",
  },
  {
    key: "status",
    type: "choice",
    choices: customerStatusChoices,
    labels: labels("Situação", "Status", "Situación", "Estado do cliente"),
    synonyms: words(
      "Customer status|Client status|Account status|Status do cliente|Situação do cliente|Situação cadastral|Estado do cliente|Estado del cliente|Active|Ativo|Activo|Is active|Enabled|Habilitado|validFor|State of customer|État|Статус|Estado",
    ),
    cues: {
      headers: words(
        "Lifecycle stage|Lead status|Stage|Type|Tipo|Account type|Customer type|Relationship type|Record type|Tipo de contato|Tipo de contacto|Tipos de contatos|Tipo contato|Tipo de cliente|Contact type|Organization - Label|Person - Label|Label|CardType",
      ),
    },
    hints: words("Etapa|Fase|Estágio|Estágio no funil|Rating"),
    example: "Ativo",
  },
  {
    key: "isInactive",
    type: "choice",
    importOnly: true,
    choices: [
      choice("true", "Sim|Yes|Sí", "S|Y|1|True|X|All|Bloqueado|Blocked|Inativo|Inactive"),
      choice("false", "Não|No|No", "N|0|2|False|Ativo|Active|Liberado"),
    ],
    labels: labels("Inativo", "Inactive", "Inactivo"),
    synonyms: words(
      "Is inactive|Disabled|Is disabled|Desativado|Desabilitado|Bloqueado|Blocked|Inativa|Inactiva|MSBLQL|A1_MSBLQL|frozenFor|Account lock|Dado de baja|Baja",
    ),
    hints: words("IsDeleted|Deleted|Excluído|Eliminado|Archived|Arquivado|Archivado"),
    example: "Não",
  },
];

/** Ids of the customer in the system that the file comes from, whose headers do not say which that is. */
export const externalColumns: readonly SheetColumn[] = [
  {
    key: "externalSource",
    type: "text",
    maxLength: 100,
    importOnly: true,
    labels: labels("Sistema de origem", "Source system", "Sistema de origen"),
    synonyms: words("External source|External system|Sistema externo|Origem externa|ID source"),
    example: "erp",
  },
  {
    key: "externalId",
    type: "text",
    maxLength: 200,
    isKey: true,
    ofSystem: true,
    importOnly: true,
    labels: labels("ID no sistema de origem", "External ID", "ID en el sistema de origen"),
    synonyms: words(
      `ID externo|Código externo|Source ID|External reference|External key|Código de integração|Código do cliente (Integração)|Código integração|Record ID|Internal ID|${customerIdHeaders}|ID|Código|Code|Cód|Reference|Referência|Referencia|Ref|CodCli|CODCLI|CCODCLI|CODPARC|CODCFO|CardCode|BP code|Código do PN|Party code|PartyKey|Item ID|EUID|Identifier|Identificador|Код`,
    ),
    cues: {
      headers: words("Cliente|Customer|Client|Party|Account|Conta|Cuenta"),
      looks: { like: ["code"], unlike: ["name", "email", "date", "link"] },
    },
    looks: { like: ["code"], unlike: ["email", "date", "address"] },
    example: "A-1017",
  },
];
