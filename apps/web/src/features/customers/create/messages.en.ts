/** The drawer for a new customer. */
export const newCustomer = {
  "newCustomer.addressHint": "A street, a city or a postal code is needed.",
  "newCustomer.created": "{name} was added ({number}).",
  "newCustomer.likely":
    "{count, plural, one {This may be the same customer} other {One of these may be the same customer}}",
  "newCustomer.more": "More fields",
  "newCustomer.nameMissing": "A customer needs a legal name.",
  "newCustomer.paymentTermDays": "Payment term in days",
  "newCustomer.restore": "Restore {name}",
  "newCustomer.tagsHint": "Enter adds one.",
  "newCustomer.taxIdTaken": "Another customer has this tax ID.",
} as const;
