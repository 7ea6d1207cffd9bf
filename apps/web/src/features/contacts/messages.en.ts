/** People at a customer. */
export const contacts = {
  "contacts.people": "People",
  "contacts.all": "{count, plural, =0 {None yet} one {# person} other {All #}}",
  "contacts.add": "Add person",
  "contacts.edit": "Edit person",
  "contacts.none": "Nobody is noted here yet.",
  "contacts.nameMissing": "Enter a name.",
  "contacts.isPrimary": "Main contact",
  "contacts.primary": "First contact",
  "contacts.one": "Person",
} as const;
