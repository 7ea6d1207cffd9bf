/** Making customers one. */
export const merge = {
  "merge.title": "Merge customers",
  "merge.hint":
    "Choose the customer to keep, and a value where they differ. The others’ records move to it, their numbers redirect to it, and the merge can be undone for 30 days.",
  "merge.failed": "The customers could not be compared.",
  "merge.loading": "Comparing the customers…",
  "merge.pick": "Customer to merge with",
  "merge.pickPlaceholder": "Name, tax ID, number…",
  "merge.survivor": "Kept",
  "merge.keep": "Keep {name}",
  "merge.moves": "Moves",
  "merge.stays": "Already has",
  "merge.nothing": "Nothing",
  "merge.run": "Merge",
  "merge.runInto": "Merge into {name}",
  "merge.done":
    "{count, plural, one {# customer was merged into “{name}”.} other {# customers were merged into “{name}”.}}",
  "merge.kind.Contact": "{count, plural, one {# contact} other {# contacts}}",
  "merge.kind.Address": "{count, plural, one {# address} other {# addresses}}",
  "merge.kind.Project": "{count, plural, one {# project} other {# projects}}",
  "merge.kind.Task": "{count, plural, one {# task} other {# tasks}}",
  "merge.kind.TimeEntry": "{count, plural, one {# time entry} other {# time entries}}",
  "merge.kind.Deal": "{count, plural, one {# deal} other {# deals}}",
  "merge.kind.Quote": "{count, plural, one {# quote} other {# quotes}}",
  "merge.kind.Order": "{count, plural, one {# order} other {# orders}}",
  "merge.kind.Invoice": "{count, plural, one {# invoice} other {# invoices}}",
  "merge.kind.File": "{count, plural, one {# file} other {# files}}",
} as const;
