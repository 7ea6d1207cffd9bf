/** What fields of every kind of record say. */
export const record = {
  "record.yes": "yes",
  "record.no": "no",
  "record.linesChanged": "other lines",
  "record.percentInvalid": "Enter a whole number from 0 to 100.",
} as const;
