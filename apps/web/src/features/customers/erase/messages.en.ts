/** Forgetting a person. */
export const privacy = {
  "privacy.title": "Erase personal data",
  "privacy.erase": "Erase",
  "privacy.erased": "The personal data was erased.",
  "privacy.forGood":
    "This erases the personal data of this customer and of customers merged into it. It cannot be undone.",
  "privacy.whatGoes": "What is erased",
  "privacy.whatStays": "What is kept",
  "privacy.goes.customer":
    "Names, tax ID, e-mail, phone, website, address, tags, notes and IDs in other systems",
  "privacy.goes.people": "All contacts and additional addresses",
  "privacy.goes.texts": "Notes, and the descriptions of deals, projects, tasks and time entries",
  "privacy.goes.history": "All of these values in the history",
  "privacy.goes.imports": "Rows imported for this customer, and all finished exports",
  "privacy.stays.customer": "Number, status, country, currency, payment terms and owner",
  "privacy.stays.documents": "Quotes, orders and invoices in full",
  "privacy.stays.work": "Deals, projects, tasks and time entries; who did what and when",
  "privacy.files": "{count, plural, one {Delete its file too} other {Delete its # files too}}",
  "privacy.typeName": "To confirm, type the name: {name}",
} as const;
