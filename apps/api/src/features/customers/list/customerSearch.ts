import sql, { join, type Sql } from "sql-template-tag";
import { containing, searchWords } from "../../../platform/lists/search.js";

/**
 * The conditions of a search over names, tax ID, e-mail, phone and number of `customers r`: every
 * word must occur, in any case and without its accents; "12.345.678/0001-95" finds 12345678000195.
 */
export function searchConditions(search: string | null | undefined): Sql[] {
  return searchWords(search).map((word) => {
    const patterns = new Set([word]);
    const bare = word.replace(/[^\p{L}\p{N}]/gu, "");
    if (/\d/.test(bare)) patterns.add(bare);
    const alternatives = [...patterns].map((pattern) => containing(sql`r.search_text`, pattern));
    return alternatives.length === 1
      ? (alternatives[0] as Sql)
      : sql`(${join(alternatives, " OR ")})`;
  });
}
