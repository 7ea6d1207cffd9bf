import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { readableTypes } from "../../platform/records/recordTypes.js";
import { type Change, changeOf, type EntryRow, entryColumns } from "./feed.entry.js";
import { endOfFeed, type FeedPlace } from "./feed.place.js";

const DEFAULT_PAGE = 100;
const LONGEST_PAGE = 1000;
/** The cursor of whoever wants to hear only of what is still to come. */
const NOW = "now";
const NIL_ID = "00000000-0000-0000-0000-000000000000";

const questionSchema = z.object({
  after: z.string("invalid_cursor").optional(),
  first: z.coerce.number("out_of_range").int("out_of_range").optional(),
});
const cursorSchema = z.tuple([z.string().regex(/^\d{1,18}$/), z.guid()]);

/** A page of the feed: what was done, where to go on, and whether there is more already. */
export interface FeedPage {
  changes: Change[];
  next: string;
  more: boolean;
}

type Row = EntryRow & { position: string };

/**
 * What the caller may read of what was committed after a cursor. An entry is told when all transactions that
 * began before its own have ended, so that nothing can appear behind a cursor that was given out.
 * Throws Invalid for a cursor that is none and for a page that is too long.
 */
export async function readFeed(context: Context, question: unknown): Promise<FeedPage> {
  const { after, first = DEFAULT_PAGE } = parseInput(questionSchema, question);
  if (first < 1 || first > LONGEST_PAGE) {
    throw new Invalid([
      { path: "first", code: "out_of_range", params: { min: 1, max: LONGEST_PAGE } },
    ]);
  }
  // The end is looked for before the rows: what commits in between is told the next time.
  const end = await endOfFeed(context.db);
  if (after === NOW) return { changes: [], next: cursorOf(end), more: false };
  const [position, id] = after === undefined ? ["0", NIL_ID] : readCursor(after, end.position);
  const rows = await context.db.rows<Row>(sql`
    SELECT ${entryColumns}, r.position
    FROM activity r
    WHERE (r.position, r.id) > (${position}::bigint, ${id}::uuid) AND r.position <= ${end.position}::bigint
      AND r.record_type = ANY(${readableTypes(context.actor)}::text[])
    ORDER BY r.position, r.id LIMIT ${first + 1}::int`);
  const more = rows.length > first;
  const told = rows.slice(0, first);
  const last = told.at(-1);
  const next = cursorOf(more && last ? last : end);
  return { changes: told.map(changeOf), next, more };
}

const cursorOf = ({ position, id }: FeedPlace): string =>
  Buffer.from(JSON.stringify([position, id])).toString("base64url");

// One beyond the end was given out by another database.
function readCursor(after: string, end: string): [position: string, id: string] {
  const cursor = cursorSchema.safeParse(decoded(after)).data;
  if (!cursor || BigInt(cursor[0]) > BigInt(end)) {
    throw new Invalid([{ path: "after", code: "invalid_cursor" }]);
  }
  return cursor;
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
