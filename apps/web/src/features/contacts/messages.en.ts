/** People at a customer. */
export const contacts = {
  "contacts.people": "Contacts",
  "contacts.all": "{count, plural, =0 {None yet} one {# contact} other {All #}}",
  "contacts.add": "Add contact",
  "contacts.edit": "Edit contact",
  "contacts.none": "No contacts yet.",
  "contacts.nameMissing": "Enter a name.",
  "contacts.isPrimary": "Primary contact",
  "contacts.primary": "Primary contact",
  "contacts.one": "Contact",
} as const;
