/** Notes about customers. */
export const notes = {
  "notes.what": "the note",
  "notes.text": "Text",
  "notes.pinned": "Pinned",
  "trash.type.Note": "Note",
  "merge.kind.Note": "{count, plural, one {# note} other {# notes}}",
  "notes.written": "{who} wrote a note",
  "notes.pin": "Pin note",
  "notes.unpin": "Unpin note",
  "notes.edit": "Edit note",
  "notes.delete": "Delete note",
  "notes.pinnedOnes": "Pinned notes",
} as const;
