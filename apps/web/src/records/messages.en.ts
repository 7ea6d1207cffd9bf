/** What fields of every kind of record say. */
export const record = {
  "record.yes": "yes",
  "record.no": "no",
  "record.externalIds": "IDs in other systems",
  "record.noExternalIds": "No other system has an ID for it.",
  "record.idSource": "System",
  "record.idValue": "ID there",
  "record.addExternalId": "Add ID",
  "record.removeExternalId": "Remove ID {value} in {source}",
  "record.linesChanged": "other lines",
  "record.percentInvalid": "Enter a whole number from 0 to 100.",
  "record.numberMissing": "Enter a number.",
  "record.dateMissing": "Enter a date.",
  "record.changeStatus": "{name}: {status}. Change status",
  "record.nothingMatches": "No results for this filter.",
} as const;
