/** Orders, invoices and quotes: what they have in common. */
export const documents = {
  "documents.noLines": "No lines yet.",
  "documents.quantity": "Quantity",
  "documents.unitPrice": "Unit price",
  "documents.lineField": "Line {place}: {label}",
  "documents.removeLine": "Remove line {place}",
  "documents.addLine": "Add line",
  "documents.descriptionMissing": "Enter a description.",
} as const;
