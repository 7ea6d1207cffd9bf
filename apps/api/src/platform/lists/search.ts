import sql, { type Sql } from "sql-template-tag";

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

/** The conditions for every word of a search, in a folded text without an index for that. */
export function allWordsIn(folded: Sql, search: string | null | undefined): Sql[] {
  // A subselect is folded once, not for every row.
  return searchWords(search).map((word) => sql`${folded} LIKE (SELECT fold(${patternOf(word)}))`);
}
