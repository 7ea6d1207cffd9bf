import type { bulkEdit as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const bulkEdit: Partial<Record<keyof typeof english, string>> = {
  "customers.bulkTitle.status":
    "{count, plural, one {Alterar o estado de {shown} cliente} other {Alterar o estado de {shown} clientes}}",
};
