import type { record as english } from "./messages.en.js";

/** What fields of every kind of record say. */
export const record: Record<keyof typeof english, string> = {
  "record.yes": "sim",
  "record.no": "não",
  "record.externalIds": "IDs em outros sistemas",
  "record.noExternalIds": "Nenhum outro sistema tem um ID para este registro.",
  "record.idSource": "Sistema",
  "record.idValue": "ID no sistema",
  "record.addExternalId": "Adicionar ID",
  "record.removeExternalId": "Remover o ID {value} em {source}",
  "record.linesChanged": "outras linhas",
  "record.percentInvalid": "Informe um número inteiro de 0 a 100.",
  "record.numberMissing": "Informe um número.",
  "record.dateMissing": "Informe uma data.",
  "record.changeStatus": "{name}: {status}. Mudar situação",
  "record.nothingMatches": "Nenhum resultado para este filtro.",
};
