/** The drawer for a new customer. */
export const newCustomer = {
  "newCustomer.addressHint": "A street, a city or a postal code is enough.",
  "newCustomer.created": "{name} was added ({number}).",
  "newCustomer.likely":
    "{count, plural, one {This may be the same customer} other {One of these may be the same customer}}",
  "newCustomer.more": "More fields",
  "newCustomer.nameMissing": "Enter a legal name.",
  "newCustomer.paymentTermDays": "Payment terms (days)",
  "newCustomer.restore": "Restore {name}",
  "newCustomer.sameKind": "Enter a tax ID of another kind than the first ({kind}).",
  "newCustomer.secondTaxId": "Second tax ID",
  "newCustomer.secondTaxIdHint": "Of another country, such as ES B58378431.",
  "newCustomer.tagsHint": "Press Enter to add one.",
  "newCustomer.taxIdTaken": "Another customer already has this tax ID.",
} as const;
