import type { customers as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const customers: Partial<Record<keyof typeof english, string>> = {
  "customers.addresses": "Moradas",
  "customers.addAddress": "Adicionar morada",
  "customers.address.MAIN": "Morada principal",
  "customers.address.BILLING": "Morada de faturação",
  "customers.address.DELIVERY": "Morada de entrega",
};
