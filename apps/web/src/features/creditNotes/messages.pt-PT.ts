import type { creditNotes as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const creditNotes: Partial<Record<keyof typeof english, string>> = {
  "creditNotes.allocated": "Imputado",
  "creditNotes.status.settled": "Imputada",
  "creditNotes.status.cancelled": "Anulada",
  "creditNotes.filter.cancelled": "Anuladas",
  "creditNotes.cancel": "Anular nota de crédito",
  "creditNotes.cancelTitle": "Anular esta nota de crédito?",
  "creditNotes.cancelText":
    "As faturas que ela abate voltam a ficar em aberto. A nota de crédito continua na lista, como anulada.",
  "creditNotes.cancelledOn": "Anulada em",
};
