/** Customers in the trash. */
export const trash = {
  "trash.title": "Trash",
  "trash.hint": "Deleted customers can be restored for 30 days, with all their records.",
  "trash.none": "The trash is empty.",
  "trash.back": "Back to customers",
  "trash.failed": "The trash could not be loaded.",
  "trash.deletedAt": "Deleted",
  "trash.restore": "Restore",
  "trash.restored": "“{name}” was restored.",
  "profile.inTrash": "{name} was deleted on {when} and is in the trash.",
  "profile.restoreDeleted": "Restore",
} as const;
