import type { customers as english } from "./messages.en.js";

/** Customers: their addresses, and where one stands. */
export const customers: Record<keyof typeof english, string> = {
  "customers.days": "{count, plural, one {# dia} other {# dias}}",
  "customers.status.LEAD": "Lead",
  "customers.status.ACTIVE": "Ativo",
  "customers.status.INACTIVE": "Inativo",
  "customers.status.ARCHIVED": "Arquivado",
  "customers.addresses": "Endereços",
  "customers.addAddress": "Adicionar endereço",
  "customers.address.MAIN": "Endereço principal",
  "customers.address.BILLING": "Endereço de cobrança",
  "customers.address.DELIVERY": "Endereço de entrega",
};
