import type { RecordType } from "@clientela/shared/records/recordActions";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import { everyWordIn, searchWords, spellingsOf } from "../../platform/lists/search.js";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { excerptOf } from "./excerpt.js";

/** A record that was found. */
export interface Found {
  recordType: RecordType;
  id: string;
  title: string;
  /** What else of it contains a word of the search, or a part of that; null where only the title does. */
  excerpt: string | null;
  customerId: string;
}

// So many of each kind are ranked that contain the words; more would be sorted to be left out.
const CANDIDATES = 100;
// Trigrams find no shorter ones: those are looked up as beginnings of titles alone.
const MIN_INDEXED = 3;

/** A text with anything behind it, up to the last character of collation "C". */
const upTo = (text: string): Sql => sql`fold(${text}) || chr(1114111)`;

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

function candidates(kind: SearchKind, text: string, first: number): Sql {
  const table = raw(`"${tableOf(kind.type)}"`);
  const beginning = kind.prefixKeys.map(
    ({ key, where = sql`true` }) => sql`
      (SELECT r.id FROM ${table} r WHERE r.deleted_at IS NULL AND ${where} AND ${key} >= fold(${text}) AND ${key} < ${upTo(text)}
       ORDER BY ${key} LIMIT ${first})`,
  );
  const isIndexed = searchWords(text).some((word) => word.length >= MIN_INDEXED);
  const containing = sql`
    (SELECT r.id FROM ${table} r WHERE r.deleted_at IS NULL AND ${join(everyWordIn(kind.text, text), " AND ")} LIMIT ${CANDIDATES})`;
  return join(isIndexed ? [...beginning, containing] : beginning, " UNION ");
}

/** 0 where a title or another text is the search itself, 1 for titles that begin with it, 2 with a word that does, 3 for others. */
function rankOf({ title, details }: SearchKind, text: string): Sql {
  const spellings = spellingsOf(text).flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]);
  const exact = details.map((detail) => sql`${detail} = ANY(${spellings}::text[])`);
  const words = searchWords(text).map(
    (word) => sql`' ' || fold(${title}) LIKE fold(${`% ${escaped(word)}%`})`,
  );
  return sql`CASE
    WHEN ${join([sql`fold(${title}) = fold(${text})`, ...exact], " OR ")} THEN 0
    WHEN fold(${title}) LIKE fold(${`${escaped(text)}%`}) THEN 1
    WHEN ${join(words, " AND ")} THEN 2
    ELSE 3 END`;
}

function selectKind(kind: SearchKind, position: number, text: string, first: number): Sql {
  const { title, details, parentId = sql`r.customer_id` } = kind;
  // The customer is looked up past the limit of whoever asks: assigned tasks are found, whosever customer they are for.
  return sql`
    SELECT ${kind.recordType}::text AS "recordType", ${position}::int AS position, r.id, ${title} AS title, c.id AS "customerId",
      ARRAY[${join([sql`NULL`, ...details])}]::text[] AS details, ${rankOf(kind, text)} AS rank
    FROM (${candidates(kind, text, first)}) f
    JOIN ${raw(`"${tableOf(kind.type)}"`)} r ON r.id = f.id
    JOIN public.customers c ON c.id = ${parentId} AND c.deleted_at IS NULL`;
}

/**
 * The records of some kinds that a text is found in, the best first: those that it names exactly, then those that begin
 * with it, then those with a word that does. At most `first`, in one statement.
 */
export async function searchRecords(
  { db }: Context,
  kinds: readonly SearchKind[],
  text: string,
  first: number,
): Promise<Found[]> {
  const words = searchWords(text);
  const wanted = words.join(" ");
  if (kinds.length === 0 || words.length === 0 || first === 0) return [];
  const patterns = words.flatMap(spellingsOf).map((one) => `%${escaped(one)}%`);
  const found = await db.rows<Found>(sql`
    SELECT b."recordType", b.id, b.title, b."customerId", (
      SELECT d.detail FROM unnest(b.details) WITH ORDINALITY d (detail, n)
      WHERE fold(d.detail) LIKE ANY(SELECT fold(p) FROM unnest(${patterns}::text[]) p) AND d.detail <> b.title
      ORDER BY d.n LIMIT 1) AS excerpt
    FROM (
      SELECT * FROM (${join(
        kinds.map((kind, index) => selectKind(kind, index, wanted, first)),
        " UNION ALL ",
      )}) a
      ORDER BY a.rank, a.position, length(a.title), a.title, a.id LIMIT ${first}
    ) b
    ORDER BY b.rank, b.position, length(b.title), b.title, b.id`);
  return found.map((one) =>
    one.excerpt === null ? one : { ...one, excerpt: excerptOf(one.excerpt, words) },
  );
}
