/** What fields of every kind of record say. */
export const record = {
  "record.yes": "yes",
  "record.no": "no",
  "record.linesChanged": "other lines",
  "record.percentInvalid": "Enter a whole number from 0 to 100.",
  "record.numberMissing": "Enter a number.",
  "record.dateMissing": "Enter a date.",
  "record.changeStatus": "{name}: {status}. Change status",
  "record.nothingMatches": "No results for this filter.",
} as const;
