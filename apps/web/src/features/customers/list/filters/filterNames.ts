/** The filters that have a chip. */
export const filterNames = [
  "status",
  "owner",
  "tag",
  "city",
  "country",
  "overdueInvoices",
  "overdueTasks",
  "noNextStep",
  "overCreditLimit",
  "addressMissing",
  "created",
  "idle",
  "metrics",
] as const;

/** One of the filters. */
export type FilterName = (typeof filterNames)[number];

/** The filters that are on or off, with nothing to choose. */
const toggleNames = [
  "overdueInvoices",
  "overdueTasks",
  "noNextStep",
  "overCreditLimit",
  "addressMissing",
] as const;

/** One of the filters that are on or off. */
export type ToggleName = (typeof toggleNames)[number];

/** Whether a filter is on or off, with nothing to choose. */
export function isToggle(name: FilterName): name is ToggleName {
  return toggleNames.some((toggle) => toggle === name);
}
