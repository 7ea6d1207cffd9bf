/** Views of the list of customers that people keep. */
export const views = {
  "views.add": "Save as view",
  "views.more": "View “{name}”",
  "views.saveChanges": "Save changes",
  "views.discard": "Discard changes",
  "views.rename": "Rename or share",
  "views.saved": "View “{name}” saved.",
  "views.name": "Name",
  "views.shared": "For everyone",
  "views.sharedHint": "Shown to everyone who can see customers.",
  "views.sharedBy": "Shared by {name}",
  "views.nameMissing": "Enter a name.",
} as const;
