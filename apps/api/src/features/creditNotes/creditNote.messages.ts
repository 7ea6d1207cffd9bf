import type { Messages } from "../../platform/graph/messages.js";

/** What is said of credit notes where something is wrong. */
export const creditNoteMessages: Messages = {
  has_credit_notes: {
    en: "{legalName} ({number}) has credit notes and can only be archived",
    pt: "{legalName} ({number}) tem notas de crédito e só pode ser arquivado",
  },
  nothing_credited: {
    en: "come to nothing; a credit note is worth more than 0",
    pt: "somam nada; uma nota de crédito vale mais que 0",
    "pt-PT": "somam nada; uma nota de crédito vale mais do que 0",
  },
  not_creditable: {
    en: "is {status}; only authorised and paid invoices can be credited",
    pt: "está {status}; só faturas autorizadas ou pagas podem ser creditadas",
  },
  cancelled_already: { en: "was cancelled already", pt: "já foi cancelada" },
};
