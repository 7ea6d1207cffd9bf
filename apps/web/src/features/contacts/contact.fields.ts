import { email, flag, paragraphs, phone, text } from "../../records/fields/fieldKinds.js";

/** The fields of a person at a customer, as forms and the history show them. */
export const contactFields = {
  name: text({ label: "field.name", missing: "contacts.nameMissing" }),
  jobTitle: text({ label: "field.jobTitle", optional: true }),
  email: email({ label: "field.email", optional: true }),
  phone: phone({ label: "field.phone", optional: true }),
  notes: paragraphs({ label: "field.notes", optional: true }),
  isPrimary: flag({ label: "field.isPrimary", revertible: false }),
};
