import type { record as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const record: Partial<Record<keyof typeof english, string>> = {
  "record.noExternalIds": "Nenhum outro sistema tem um ID para este registo.",
  "record.percentInvalid": "Indique um número inteiro de 0 a 100.",
  "record.numberMissing": "Indique um número.",
  "record.notATime": "Isto não é uma hora. Escreva como 14:30.",
  "record.dateMissing": "Indique uma data.",
  "record.changeStatus": "{name}: {status}. Mudar estado",
  "record.mainEmailLabel": "Etiqueta do e-mail principal",
  "record.mainPhoneLabel": "Etiqueta do telefone principal",
  "record.labelOf": "Etiqueta de {value}",
  "record.labelInvalid": "Utilize no máximo {max} carateres, sem parênteses.",
  "record.label.mobile": "telemóvel",
  "record.label.billing": "faturação",
  "record.externalIds": "IDs noutros sistemas",
};
