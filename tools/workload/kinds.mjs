// The kinds of record that a workload makes, changes, deletes and restores: what the graph calls them, and what it needs.
const LINES = [{ description: "Bread", quantity: "2", unitPrice: "50.00" }];
const text = (field, more = {}) => ({
  field,
  input: (value, { customerId }) => ({ customerId, [field]: value, ...more }),
});

/** `field` holds what the workload writes; `stays` are kinds that are not deleted, as others lead to them. */
export const KINDS = [
  { type: "Contact", ...text("name") },
  { type: "Address", ...text("street", { kind: "BILLING", city: "Olinda", country: "BR" }) },
  { type: "Project", ...text("name"), stays: true },
  {
    type: "TimeEntry",
    field: "note",
    needs: "Project",
    input: (note, { projectId }) => ({ projectId, minutes: 60, note }),
  },
  { type: "Task", ...text("title") },
  { type: "Deal", ...text("title") },
  { type: "Note", ...text("text"), verb: "add" },
  { type: "Conversation", ...text("subject", { kind: "CALL", text: "They called." }) },
  { type: "Quote", ...text("notes", { lines: LINES }) },
  { type: "Order", ...text("notes", { lines: LINES }) },
  { type: "Invoice", ...text("notes", { lines: LINES }) },
].map((kind) => ({
  ...kind,
  // `timeEntry` in results, `TIME_ENTRY` in the feed.
  one: kind.type[0].toLowerCase() + kind.type.slice(1),
  recordType: recordTypeOf(kind.type),
}));

/** The value of `RecordType` that a GraphQL type has. */
function recordTypeOf(type) {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}

const mutation = (verb, { type, one }, input = `${verb[0].toUpperCase()}${verb.slice(1)}${type}`) =>
  `mutation ($input: ${input}Input!) { result: ${verb}${type}(input: $input) { ${one} { id version } } }`;

/** The mutations of a kind. */
export const mutationsOf = (kind) => ({
  create: mutation(kind.verb ?? "create", kind),
  update: mutation("update", kind),
  delete: mutation("delete", kind, "Delete"),
  restore: mutation("restore", kind, "Restore"),
});
