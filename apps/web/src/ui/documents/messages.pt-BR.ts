import type { documents as english } from "./messages.en.js";

/** Orders, invoices and quotes: what they have in common. */
export const documents: Record<keyof typeof english, string> = {
  "documents.noLines": "Nenhuma linha ainda.",
  "documents.quantity": "Quantidade",
  "documents.unitPrice": "Preço unitário",
  "documents.unit": "Unidade",
  "documents.discount": "Desconto %",
  "documents.taxRate": "Imposto %",
  "documents.subtotal": "Subtotal",
  "documents.taxOn": "Imposto de {rate}% sobre {net}",
  "documents.discountOf": "Desconto de {discount}%",
  "documents.taxOf": "Imposto de {rate}%",
  "documents.lineField": "Linha {place}: {label}",
  "documents.removeLine": "Remover linha {place}",
  "documents.addLine": "Adicionar linha",
  "documents.overCreditLimit": "Isto leva o cliente {beyond} além do limite de crédito de {limit}.",
  "documents.pdf": "Abrir PDF",
  "documents.askNoLines": "Não há nenhuma linha, então o total é {total}.",
  "documents.askNoTotal": "O total é {total}.",
  "documents.descriptionMissing": "Informe uma descrição.",
  "documents.invoiceGone": "Fatura excluída",
};
