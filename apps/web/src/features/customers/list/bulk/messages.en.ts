/** Editing and deleting many customers at once. */
export const bulkEdit = {
  "customers.bulkTitle.owner":
    "{count, plural, one {Change the owner of {shown} customer} other {Change the owner of {shown} customers}}",
  "customers.bulkTitle.tags":
    "{count, plural, one {Change the tags of {shown} customer} other {Change the tags of {shown} customers}}",
  "customers.bulkTitle.status":
    "{count, plural, one {Change the status of {shown} customer} other {Change the status of {shown} customers}}",
  "customers.bulkDone":
    "{count, plural, =0 {Nothing to change: all of them have this value already.} one {{shown} customer updated.} other {{shown} customers updated.}}",
  "customers.bulkUndone":
    "{restored, plural, one {{shown} customer was changed back.} other {{shown} customers were changed back.}}",
  "customers.bulkUndoneSome":
    "{restored, plural, =0 {Nothing was changed back.} one {{shown} customer was changed back.} other {{shown} customers were changed back.}} {kept, plural, one {{shownKept} was edited since and is kept as it is.} other {{shownKept} were edited since and are kept as they are.}}",
  "customers.bulkApply": "Apply",
  "customers.addTags": "Add tags",
  "customers.removeTags": "Remove tags",
  "customers.deleteTitle": "{count, plural, one {Delete # customer?} other {Delete # customers?}}",
  "customers.deleteHint":
    "{count, plural, one {It goes to the trash with all its records and can be restored for 30 days.} other {They go to the trash with all their records and can be restored for 30 days.}}",
  "customers.deleteRefused":
    "Nothing was deleted. {count, plural, one {One of them cannot be deleted:} other {# of them cannot be deleted:}}",
  "customers.archiveThese": "{count, plural, one {Archive this one} other {Archive these #}}",
  "customers.deleteOthers":
    "{count, plural, one {Delete the other one} other {Delete the other #}}",
  "customers.andMore": "{count, plural, one {and # more} other {and # more}}",
} as const;
