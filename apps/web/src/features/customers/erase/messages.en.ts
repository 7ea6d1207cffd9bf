/** Forgetting a person. */
export const privacy = {
  "privacy.title": "Erase personal data",
  "privacy.erase": "Erase",
  "privacy.erased": "The personal data was erased.",
  "privacy.forGood":
    "The person behind this customer is forgotten, and behind those merged into it. This cannot be undone.",
  "privacy.whatGoes": "Erased",
  "privacy.whatStays": "Kept",
  "privacy.goes.customer":
    "Names, tax ID, e-mail, phone, site, address, tags, notes, ids in other systems",
  "privacy.goes.people": "All people and further addresses",
  "privacy.goes.texts": "Notes, and descriptions of deals, projects, tasks and hours",
  "privacy.goes.history": "The values of all these in the history",
  "privacy.goes.transfers": "Imported rows of this customer, and all finished exports",
  "privacy.stays.customer": "Number, status, country, currency, payment term and owner",
  "privacy.stays.documents": "Quotes, orders and invoices, whole",
  "privacy.stays.work": "Deals, projects, tasks and hours; who did what and when",
  "privacy.files": "{count, plural, one {Delete its file too} other {Delete its # files too}}",
  "privacy.typeName": "To confirm, type the name: {name}",
} as const;
