import { Invalid } from "../errors.js";

/** How many values one part of a filter may list. */
export const MAX_FILTER_VALUES = 1_000;

// Records that somebody selected, such as those to export or to edit at once.
const MAX_IDS = 20_000;

/** Throws Invalid where a part of a filter lists more values than a statement is to compare every row with. */
export function assertFewValues(filter: unknown, path = "filter"): void {
  if (typeof filter !== "object" || filter === null) return;
  for (const [name, value] of Object.entries(filter)) {
    if (!Array.isArray(value)) continue;
    const max = name === "ids" ? MAX_IDS : MAX_FILTER_VALUES;
    if (value.length > max)
      throw new Invalid([{ path: `${path}.${name}`, code: "too_many", params: { max } }]);
  }
}
