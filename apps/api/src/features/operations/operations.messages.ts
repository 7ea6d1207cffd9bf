import type { Messages } from "../../platform/graph/messages.js";

/** What is said of background jobs where something is wrong. */
export const operationsMessages: Messages = {
  job_cannot_be_retried: {
    en: "is a job that cannot be retried here; begin again what it was for",
    pt: "é uma tarefa que não pode ser repetida aqui; recomece o que ela fazia",
  },
  job_is_retried: {
    en: "is a job that will be retried by itself; it cannot be discarded before it has failed for good",
    pt: "é uma tarefa que será repetida automaticamente; só pode ser descartada depois de falhar de vez",
    "pt-PT":
      "é uma tarefa que será repetida automaticamente; só pode ser descartada depois de falhar definitivamente",
  },
};
