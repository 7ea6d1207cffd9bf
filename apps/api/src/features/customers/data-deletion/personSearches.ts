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

// Shorter ones are parts of too much.
const SHORTEST_WORD = 4;
const SHORTEST_NUMBER = 7;
const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u);

/**
 * What may name the person in each text: all of its words, where every one occurs in what is known of the person, or else
 * the whole words and numbers among them that are the person's.
 */
function suspects(searches: readonly Searched[], { texts, traits }: Erasure) {
  const known = folded([...texts, ...traits].join("\n"));
  const digits = known.replace(/[^\p{L}\p{N}\n]/gu, "");
  const whole = new Set(wordsOf(folded(texts.join("\n"))));
  const isNumber = (word: string, shortest = 1) => {
    const plain = word.replace(/[^\p{L}\p{N}]/gu, "");
    return /\d/.test(word) && plain.length >= shortest && digits.includes(plain);
  };
  const names = (word: string) => known.includes(word) || isNumber(word);
  const namingWords = (text: string): string[] => {
    const words = searchWords(text);
    if (words.every(names)) return words;
    return words.flatMap((word) =>
      isNumber(word, SHORTEST_NUMBER)
        ? [word]
        : wordsOf(word).filter((part) => part.length >= SHORTEST_WORD && whole.has(part)),
    );
  };
  return searches.flatMap(({ id, texts: own }) =>
    own
      .map((text) => namingWords(folded(text)))
      .filter((words) => words.length > 0)
      .map((words) => ({ id, words })),
  );
}

/**
 * The ids of what looks for the person alone: with a text that holds words of the person's, which together find nobody
 * else. A word that others share identifies nobody.
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
