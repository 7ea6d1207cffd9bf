import type { activity as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const activity: Partial<Record<keyof typeof english, string>> = {
  "activity.revert": "Repor",
  "activity.putBackField": "Repor {field}: {value}",
  "activity.putBackDone": "O valor foi reposto.",
  "activity.files": "Ficheiros",
  "activity.loading": "A carregar a atividade…",
  "activity.none": "Ainda não há nada aqui.",
  "activity.uploaded": "{who} anexou o ficheiro {what}",
  "activity.did.deleted": "{who} eliminou {what}",
  "activity.did.merged": "{who} fundiu outros clientes neste",
  "activity.did.merged_into": "{who} fundiu {what} noutro cliente",
  "activity.did.unmerged": "{who} anulou uma fusão deste cliente",
  "activity.did.restored": "{who} recuperou {what}",
  "activity.did.purged": "{who} removeu {what} definitivamente",
  "activity.what.Address": "uma morada",
  "activity.what.TimeEntry": "um registo de horas",
  "activity.what.Deal": "a oportunidade",
  "activity.what.Quote": "o orçamento",
  "activity.what.Order": "a encomenda",
  "activity.what.File": "o ficheiro",
  "activity.what.record": "um registo",
  "activity.did.accepted": "{who} marcou {what} como aceite",
  "activity.did.paid": "{who} registou {what} como paga",
  "activity.did.partly_paid": "{who} registou {what} como paga em parte",
};
