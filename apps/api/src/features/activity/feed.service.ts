import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { FieldChange } from "../../platform/records/history.js";
import { readableTypes } from "../../platform/records/recordTypes.js";

const DEFAULT_PAGE = 100;
const LONGEST_PAGE = 1000;
/** The cursor of whoever wants to hear only of what is still to come. */
const NOW = "now";
const NIL_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const questionSchema = z.object({
  after: z.string("invalid_cursor").optional(),
  first: z.coerce.number("out_of_range").int("out_of_range").optional(),
});
const cursorSchema = z.tuple([z.string().regex(/^\d{1,18}$/), z.guid()]);

/** An entry of the history as services read it, with the names that the graph has for it. */
interface Change {
  id: string;
  action: string;
  recordType: string;
  recordId: string;
  customerId: string | null;
  createdAt: Date;
  actor: { kind: string; id: string | null; name: string };
  changes: { field: string; oldValue: unknown; newValue: unknown }[];
  note: string | null;
}

/** A page of the feed: what was done, where to go on, and whether there is more already. */
export interface FeedPage {
  changes: Change[];
  next: string;
  more: boolean;
}

interface Row extends Omit<Change, "actor" | "changes"> {
  actorKind: string;
  actorId: string | null;
  actorName: string;
  changes: FieldChange[];
  position: string;
}

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
  const end = await endOfFeed(context);
  if (after === NOW) return { changes: [], next: cursorOf(end, LAST_ID), more: false };
  const [position, id] = after === undefined ? ["0", NIL_ID] : readCursor(after, end);
  const rows = await context.db.rows<Row>(sql`
    SELECT r.id, r.action, r.record_type AS "recordType", r.record_id AS "recordId", r.customer_id AS "customerId",
      r.created_at AS "createdAt", r.actor_kind AS "actorKind", r.actor_id AS "actorId", r.actor_name AS "actorName",
      r.changes, r.note, r.position
    FROM activity r
    WHERE (r.position, r.id) > (${position}::bigint, ${id}::uuid) AND r.position <= ${end}::bigint
      AND r.record_type = ANY(${readableTypes(context.actor)}::text[])
    ORDER BY r.position, r.id LIMIT ${first + 1}::int`);
  const more = rows.length > first;
  const told = rows.slice(0, first);
  const last = told.at(-1);
  const next = more && last ? cursorOf(last.position, last.id) : cursorOf(end, LAST_ID);
  return { changes: told.map(changeOf), next, more };
}

async function endOfFeed({ db }: Context): Promise<string> {
  const row = await db.row<{ end: string }>(
    sql`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 + change_feed_offset() AS end`,
  );
  if (!row) throw new Error("the database answered no snapshot");
  return row.end;
}

const cursorOf = (position: string, id: string): string =>
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

const changeOf = ({
  actorKind,
  actorId,
  actorName,
  position: _,
  changes,
  ...row
}: Row): Change => ({
  ...row,
  actor: { kind: actorKind, id: actorId, name: actorName },
  changes: changes.map(({ field, old, new: after }) => ({
    field,
    oldValue: old ?? null,
    newValue: after ?? null,
  })),
});
