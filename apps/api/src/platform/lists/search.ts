import sql, { join, type Sql } from "sql-template-tag";

const MAX_WORDS = 10;

/** The words of a search as people type it. */
export function searchWords(search: string | null | undefined): string[] {
  const words = (search ?? "").normalize("NFC").trim().split(/\s+/);
  return words.filter(Boolean).slice(0, MAX_WORDS);
}

const patternOf = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Holds where a folded text contains another, in any case and without its accents. */
export function containing(folded: Sql, text: string): Sql {
  return sql`${folded} LIKE fold(${patternOf(text)})`;
}

/** The texts any of which has to occur for a word: "12.345.678/0001-95" also finds 12345678000195. */
export function spellingsOf(word: string): string[] {
  const bare = word.replace(/[^\p{L}\p{N}]/gu, "");
  return /\d/.test(bare) ? [...new Set([word, bare])] : [word];
}

/** The conditions that every word of a search occurs in a folded text with an index of trigrams. */
export function everyWordIn(folded: Sql, search: string | null | undefined): Sql[] {
  return searchWords(search).map((word) => {
    const alternatives = spellingsOf(word).map((text) => containing(folded, text));
    return sql`(${join(alternatives, " OR ")})`;
  });
}

/** The conditions for every word of a search, in a folded text without an index for that. */
export function allWordsIn(folded: Sql, search: string | null | undefined): Sql[] {
  // A subselect is folded once, not for every row.
  return searchWords(search).map((word) => sql`${folded} LIKE (SELECT fold(${patternOf(word)}))`);
}
