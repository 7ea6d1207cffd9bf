/** Orders, invoices and quotes: what they have in common. */
export const documents = {
  "documents.noLines": "No lines yet.",
  "documents.quantity": "Quantity",
  "documents.unitPrice": "Unit price",
  "documents.unit": "Unit",
  "documents.discount": "Discount %",
  "documents.taxRate": "Tax %",
  "documents.subtotal": "Subtotal",
  "documents.taxOn": "Tax of {rate}% on {net}",
  "documents.discountOf": "Discount of {discount}%",
  "documents.taxOf": "Tax of {rate}%",
  "documents.lineField": "Line {place}: {label}",
  "documents.removeLine": "Remove line {place}",
  "documents.addLine": "Add line",
  "documents.overCreditLimit":
    "This takes the customer {beyond} beyond its credit limit of {limit}.",
  "documents.pdf": "Open PDF",
  "documents.askNoLines": "There are no lines, so the total is {total}.",
  "documents.askNoTotal": "The total is {total}.",
  "documents.descriptionMissing": "Enter a description.",
  "documents.invoiceGone": "Deleted invoice",
} as const;
