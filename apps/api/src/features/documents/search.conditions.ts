import sql, { join, type Sql } from "sql-template-tag";

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The condition that a text stands in one of the (folded) columns, in any case and without its accents; none for a blank text. */
export function containing(
  text: string | null | undefined,
  columns: readonly [Sql, ...Sql[]],
): Sql[] {
  const wanted = text?.normalize("NFC").trim();
  if (!wanted) return [];
  const pattern = `%${escapeLike(wanted)}%`;
  const found = columns.map((column) => sql`${column} ILIKE fold(${pattern})`);
  return [sql`(${join(found, " OR ")})`];
}
