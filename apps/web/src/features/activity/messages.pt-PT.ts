import type { activity as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const activity: Partial<Record<keyof typeof english, string>> = {
  "activity.did.allocated": "{who} imputou {what} a faturas",
  "activity.did.reversed": "{who} anulou {what}",
  "activity.did.cancelled": "{who} anulou {what}",
  "activity.revert": "Repor",
  "activity.revertField": "Repor {field} para {value}",
  "activity.revertDone": "O valor foi reposto.",
  "activity.files": "Ficheiros",
  "activity.loading": "A carregar a atividade…",
  "activity.none": "Ainda não há atividade.",
  "activity.uploaded": "{who} enviou o ficheiro {what}",
  "activity.did.deleted": "{who} eliminou {what}",
  "activity.did.merged": "{who} uniu outros clientes a este",
  "activity.did.merged_into": "{who} uniu {what} a outro cliente",
  "activity.did.unmerged": "{who} anulou uma união com este cliente",
  "activity.did.purged": "{who} eliminou {what} definitivamente",
  "activity.what.Address": "uma morada",
  "activity.what.TimeEntry": "um registo de horas",
  "activity.what.Deal": "a oportunidade",
  "activity.what.Order": "a encomenda",
  "activity.what.File": "o ficheiro",
  "activity.what.record": "um registo",
  "activity.did.accepted": "{who} marcou {what} como aceite",
  "activity.what.Contact": "o contacto",
};
