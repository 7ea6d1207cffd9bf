import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { searchWords } from "../../../platform/lists/search.js";
import type { Erasure } from "../../../platform/records/eraser.js";

/** Something that was searched for, or named, by somebody, with the texts that may name a person. */
export interface Searched {
  id: string;
  texts: readonly string[];
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The texts of which every word occurs in what is known of the person, as words. */
function suspects(searches: readonly Searched[], { texts, traits }: Erasure) {
  const known = folded([...texts, ...traits].join("\n"));
  const digits = known.replace(/[^\p{L}\p{N}\n]/gu, "");
  const names = (word: string) =>
    known.includes(word) ||
    (/\d/.test(word) && digits.includes(word.replace(/[^\p{L}\p{N}]/gu, "")));
  return searches.flatMap(({ id, texts: own }) =>
    own
      .map((text) => searchWords(folded(text)))
      .filter((words) => words.length > 0 && words.every(names))
      .map((words) => ({ id, words })),
  );
}

/**
 * The ids of what looks for the person alone: with a text of which every word is the person's, and which finds nobody else.
 * A word that others share identifies nobody.
 */
export async function searchesForPerson(
  { db }: Context,
  erasure: Erasure,
  searches: readonly Searched[],
): Promise<Set<string>> {
  const found = suspects(searches, erasure);
  if (found.length === 0) return new Set();
  const alone = await db.rows<{ id: string }>(sql`
    SELECT DISTINCT a.id FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) a (id uuid, words text[])
    WHERE NOT EXISTS (
      SELECT 1 FROM customers r WHERE r.id <> ALL(${[...erasure.recordIds]}::uuid[])
        AND NOT EXISTS (
          SELECT 1 FROM unnest(a.words) w
          WHERE position(fold(w) IN concat_ws(' ', r.search_text, fold(r.tags::text), r.city_key)) = 0))`);
  return new Set(alone.map(({ id }) => id));
}
