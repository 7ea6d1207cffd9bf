import { z } from "zod";
import { externalId } from "../records/externalIds.js";
import { lineRuling, type Ruling } from "../values/textRules.js";

/** The most ids in other systems that a cell holds: no record has more. */
const MAX_IDS = 500;
const MAX_ID = 200;

const texts = z.array(z.string());
const sourcedIds = z.array(externalId).max(MAX_IDS);

function fromJson<T>(schema: z.ZodType<T>, text: string): T | null {
  if (!text.startsWith("[")) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The ids in a cell of one system: the text itself, or those of a JSON array of texts, as an export writes several.
 * Other separators are taken for a part of the id, since ids can contain anything.
 */
export function readIds(text: string): Ruling<string[]> {
  const all = fromJson(texts, text.trim()) ?? [text];
  if (all.length > MAX_IDS) return { issue: "too_many", params: { max: MAX_IDS } };
  const ids = new Set<string>();
  for (const one of all) {
    const ruling = lineRuling(one, MAX_ID);
    if ("issue" in ruling) return ruling;
    ids.add(ruling.value);
  }
  return { value: [...ids] };
}

/** The cell that `readIds` reads as these ids. */
export function writeIds(ids: readonly string[]): string {
  const [only = ""] = ids;
  return ids.length === 1 && fromJson(texts, only) === null ? only : JSON.stringify(ids);
}

/** The id of a record in another system, as a cell says it. */
export interface SourcedId {
  source: string;
  value: string;
}

/** The ids in a cell of several systems: a JSON array of `{ source, value }`, as an export writes them; null for other text. */
export const readSourcedIds = (text: string): SourcedId[] | null =>
  fromJson(sourcedIds, text.trim());
