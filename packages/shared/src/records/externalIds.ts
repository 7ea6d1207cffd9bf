import { z } from "zod";
import { line } from "./fieldRules.js";

/** What the name of another system is compared by: `Billing` and `billing` are one system. */
export const sourceKey = (source: string): string => source.toLowerCase();

/** The id of a record in another system. */
export const externalId = z.object({
  source: line(100),
  value: line(200),
});

/** Ids of one record in other systems, 50 at the most; each once. */
export const externalIds = z
  .array(externalId)
  .max(50, "too_many")
  .superRefine((ids, { addIssue }) => {
    const known = new Set<string>();
    for (const [index, { source, value }] of ids.entries()) {
      const key = JSON.stringify([sourceKey(source), value]);
      if (known.has(key)) addIssue({ code: "custom", message: "repeated", path: [index] });
      known.add(key);
    }
  });
