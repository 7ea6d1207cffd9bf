import type { invoices as english } from "../en/invoices.js";

/** Invoices of a customer. */
export const invoices: Record<keyof typeof english, string> = {
  "invoices.state.DRAFT": "Rascunho",
  "invoices.state.PENDING": "Pendente",
  "invoices.state.AUTHORIZED": "Autorizada",
  "invoices.state.OVERDUE": "Vencida",
  "invoices.state.PAID": "Paga",
  "invoices.state.CANCELLED": "Cancelada",
  "invoices.kind.SALES": "Venda",
  "invoices.kind.PURCHASE": "Compra",
};
