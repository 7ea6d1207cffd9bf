import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { parsedJson } from "../../platform/parsedJson.js";
import { type Change, changeOf, type EntryRow, entryColumns } from "./feedEntry.js";
import {
  endOfFeed,
  entriesOf,
  type FeedPlace,
  lastBefore,
  MAX_COMMITS_AGAIN,
  placeOfTransaction,
  START_OF_FEED,
} from "./feedPosition.js";
import { isReadableEntry, readableChanges, readableHistory } from "./historyAccess.js";

const DEFAULT_PAGE = 100;
const LONGEST_PAGE = 1000;
/** The cursor of a reader that wants future actions only. */
const NOW = "now";

const paramsSchema = z.object({
  after: z.string("invalid_cursor").optional(),
  first: z.coerce.number("out_of_range").int("out_of_range").optional(),
});
const POSITION = z.string().regex(/^\d{1,18}$/);
const COMMIT = "commit";
const cursorSchema = z.tuple([z.literal(COMMIT), POSITION, z.guid()]);
// From versions that ordered the feed by transaction.
const olderCursorSchema = z.tuple([POSITION, z.guid()]);

/** A page of the feed: the actions, the next cursor, and whether more are available. */
export interface FeedPage {
  changes: Change[];
  next: string;
  more: boolean;
}

/**
 * What the caller may read of the actions committed after a cursor, in commit order. Later commits
 * get later positions, so that nothing can appear before a cursor that was returned.
 * Throws Invalid for an invalid cursor and for a page that is too long.
 */
export async function readFeed(context: Context, params: unknown): Promise<FeedPage> {
  const { after, first = DEFAULT_PAGE } = parseInput(paramsSchema, params);
  if (first < 1 || first > LONGEST_PAGE) {
    throw new Invalid([
      { path: "first", code: "out_of_range", params: { min: 1, max: LONGEST_PAGE } },
    ]);
  }
  // The end is read before the rows: what is committed in between is returned next time.
  const until = await endOfFeed(context.db);
  const which = isReadableEntry(readableHistory(context));
  if (after === NOW) {
    const last = await lastBefore(context.db, until, which);
    return { changes: [], next: cursorOf(last ?? until), more: false };
  }
  const from = after === undefined ? START_OF_FEED : await readCursor(context, after, until);
  const slice = {
    after: from,
    until,
    which,
    most: first + 1,
  };
  const rows = await context.db.rows<EntryRow & FeedPlace>(entriesOf(entryColumns, slice));
  const more = rows.length > first;
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return {
    changes: page.map((row) =>
      changeOf(context.app.registry, row, readableChanges(context, row.recordType, row.changes)),
    ),
    next: cursorOf(more && last ? last : restingPlace(last ?? from, until)),
    more,
  };
}

// A cursor does not advance over entries that the caller may not read, unless there are so many that reading
// over them every time would be expensive.
const restingPlace = (last: FeedPlace, until: FeedPlace): FeedPlace =>
  BigInt(until.position) - BigInt(last.position) > MAX_COMMITS_AGAIN ? until : last;

const cursorOf = ({ position, id }: FeedPlace): string =>
  Buffer.from(JSON.stringify([COMMIT, position, id])).toString("base64url");

// A position beyond the end was issued by another database.
async function readCursor({ db }: Context, after: string, until: FeedPlace): Promise<FeedPlace> {
  const content = parsedJson(Buffer.from(after, "base64url").toString("utf8"));
  const cursor = cursorSchema.safeParse(content).data;
  const older = olderCursorSchema.safeParse(content).data;
  if (older) {
    const place = await placeOfTransaction(db, ...older);
    if (place) return place;
  }
  if (!cursor || BigInt(cursor[1]) > BigInt(until.position)) {
    throw new Invalid([{ path: "after", code: "invalid_cursor" }]);
  }
  return { position: cursor[1], id: cursor[2] };
}
