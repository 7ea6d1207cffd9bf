/** Editing many customers at once. */
export const bulkEdit = {
  "customers.bulkTitle.owner":
    "{count, plural, one {Owner of {shown} customer} other {Owner of {shown} customers}}",
  "customers.bulkTitle.tags":
    "{count, plural, one {Tags of {shown} customer} other {Tags of {shown} customers}}",
  "customers.bulkTitle.status":
    "{count, plural, one {Status of {shown} customer} other {Status of {shown} customers}}",
  "customers.bulkDone":
    "{count, plural, =0 {Nothing changed: they were like this already.} one {{shown} customer changed.} other {{shown} customers changed.}}",
  "customers.bulkUndone":
    "{restored, plural, one {{shown} customer is as before.} other {{shown} customers are as before.}}",
  "customers.bulkUndoneSome":
    "{restored, plural, =0 {Nothing was put back.} one {{shown} customer is as before.} other {{shown} customers are as before.}} {kept, plural, one {{shownKept} was changed since and is kept.} other {{shownKept} were changed since and are kept.}}",
  "customers.bulkApply": "Apply",
  "customers.addTags": "Add tags",
  "customers.removeTags": "Remove tags",
} as const;
