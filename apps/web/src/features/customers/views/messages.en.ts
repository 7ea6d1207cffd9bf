/** Views of the list of customers that people keep. */
export const views = {
  "views.add": "Save as a view",
  "views.more": "View “{name}”",
  "views.saveChanges": "Save changes",
  "views.discard": "Discard changes",
  "views.rename": "Name and sharing",
  "views.saved": "View “{name}” saved.",
  "views.name": "Name",
  "views.shared": "For everyone",
  "views.sharedHint": "Everyone who sees customers finds it among their views.",
  "views.sharedBy": "Shared by {name}",
  "views.nameMissing": "A view needs a name.",
} as const;
