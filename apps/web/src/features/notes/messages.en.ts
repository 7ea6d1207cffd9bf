/** Notes about customers. */
export const notes = {
  "notes.what": "the note",
  "notes.text": "Text",
  "notes.pinned": "Pinned",
  "trash.type.Note": "Note",
  "merge.kind.Note": "{count, plural, one {# note} other {# notes}}",
} as const;
