import type { invoices as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const invoices: Partial<Record<keyof typeof english, string>> = {
  "invoices.none": "Ainda não há faturas.",
  "invoices.pay": "Registar pagamento",
  "invoices.takePaymentBack": "Anular pagamento",
};
