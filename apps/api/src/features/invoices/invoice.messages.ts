import type { InvoiceStatus } from "@clientela/shared/records/enums";
import type { Text } from "../../platform/errors.js";
import type { Messages } from "../../platform/graph/messages.js";

/** What is said of invoices where something is wrong. */
export const invoiceMessages: Messages = {
  has_invoices: {
    en: "{legalName} ({number}) has invoices and can only be archived",
    pt: "{legalName} ({number}) tem faturas e só pode ser arquivado",
  },
  payment_not_imported: {
    en: "is {old}; payments of an existing invoice are registered, not imported",
    pt: "é {old}; pagamentos de uma fatura que já existe são registrados, não importados",
    "pt-PT": "é {old}; pagamentos de uma fatura que já existe são registados, não importados",
  },
  paid_in_part: {
    en: "must equal the total when the invoice is paid, and never exceed it",
    pt: "deve ser igual ao total quando a fatura está paga, e nunca passar dele",
  },
  paid_invoice: {
    en: "has payments or credit notes; reverse or cancel them first",
    pt: "tem pagamentos ou notas de crédito; estorne-os ou cancele-as antes",
    "pt-PT": "tem pagamentos ou notas de crédito; estorne-os ou anule-as primeiro",
  },
  credited_invoice: {
    en: "cannot change while credit notes settle the invoice; cancel them first",
    pt: "não pode mudar enquanto notas de crédito liquidam a fatura; cancele-as antes",
    "pt-PT": "não pode mudar enquanto notas de crédito liquidam a fatura; anule-as primeiro",
  },
  already_invoiced: { en: "already has invoice {number}", pt: "já tem a fatura {number}" },
  given_by_system: { en: "is assigned by the system", pt: "é atribuído pelo sistema" },
  exceeds_balance: {
    en: "is more than the open balance of {balance}",
    pt: "é mais que o saldo em aberto de {balance}",
  },
};

/** What people call the statuses of an invoice. */
export const invoiceStatusNames: Readonly<Record<InvoiceStatus, Text>> = {
  DRAFT: { en: "Draft", pt: "Rascunho" },
  PENDING: { en: "Pending", pt: "Pendente" },
  AUTHORIZED: { en: "Authorised", pt: "Autorizada" },
  PAID: { en: "Paid", pt: "Paga" },
  CANCELLED: { en: "Cancelled", pt: "Cancelada" },
};
