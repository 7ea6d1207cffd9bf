import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../context.js";
import { tableOf } from "../database/columns.js";
import { Invalid } from "../errors.js";
import type { Batch, Reading } from "../reading.js";
import { grouped } from "../request/loader.js";
import { OrderDirection, type PageArgs } from "../types/page.args.js";
import { ChosenColumns } from "./chosenColumns.js";
import type { Connection } from "./connection.js";
import { isOneOfKeys, keyTable } from "./keys.js";

const DEFAULT_PAGE = 25;
const LONGEST_PAGE = 100;

/** An expression that a list can be sorted by, and the type its values have. */
export interface SortKey {
  sql: Sql;
  type: "text" | "timestamptz" | "date" | "numeric" | "integer" | "uuid";
}

/** How a list is sorted; the id breaks ties in the same direction. */
export interface SortOrder<Field extends string> {
  field: Field;
  direction: OrderDirection;
}

/**
 * A kind of record as a list: what is in it and how it can be sorted. `r` is its table in SQL. Where the one who
 * asks matters, `From` is a Context.
 */
export interface Listing<Row extends { id: string }, Filter, Field extends string, From = Reading> {
  type: new () => Row;
  /** Conditions that hold for every row, and those that the filter adds. */
  where: (filter: Filter | null | undefined, from: From) => Sql[];
  sortKeys: Record<Field, SortKey>;
  defaultOrder: SortOrder<Field>;
}

/** What a caller asks of a list. */
export interface ListArgs<Filter, Field extends string> extends PageArgs {
  filter?: Filter | null;
  orderBy?: SortOrder<Field> | null;
}

/** What a caller asks of a list of records, and which of their columns; all unless given. */
export interface RowArgs<Row extends object, Filter, Field extends string>
  extends ListArgs<Filter, Field> {
  asked?: ChosenColumns<Row> | undefined;
}

const cursorSchema = z.tuple([z.string(), z.string(), z.string(), z.uuid()]);

interface Page {
  limit: number;
  backward: boolean;
  where: Sql[];
  orderBy: Sql;
  direction: Sql;
  key: Sql;
  cursorOf: (row: { id: string; cursorKey: string }) => string;
  beyond: boolean;
}

function readCursor(path: string, cursor: string, order: SortOrder<string>): [string, string] {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    decoded = null;
  }
  const parsed = cursorSchema.safeParse(decoded);
  if (!parsed.success) throw new Invalid([{ path, code: "invalid_cursor" }]);
  const [field, direction, value, id] = parsed.data;
  if (field !== order.field || direction !== order.direction) {
    throw new Invalid([{ path, code: "cursor_of_another_order" }]);
  }
  return [value, id];
}

function pageLimit(args: PageArgs): number {
  for (const path of ["first", "last"] as const) {
    const value = args[path];
    if (value != null && (value < 0 || value > LONGEST_PAGE)) {
      throw new Invalid([{ path, code: "out_of_range", params: { min: 0, max: LONGEST_PAGE } }]);
    }
  }
  if (args.first != null && args.last != null) {
    throw new Invalid([{ path: "last", code: "first_or_last" }]);
  }
  return args.first ?? args.last ?? DEFAULT_PAGE;
}

function planPage<Row extends { id: string }, Filter, Field extends string, From>(
  listing: Listing<Row, Filter, Field, From>,
  args: ListArgs<Filter, Field>,
  from: From,
): Page {
  const limit = pageLimit(args);
  const order = args.orderBy ?? listing.defaultOrder;
  const { sql: key, type } = listing.sortKeys[order.field];
  const backward = args.last != null;
  const descending = order.direction === OrderDirection.DESC;
  const where = listing.where(args.filter, from);
  const beyond = (path: "after" | "before", greater: boolean) => {
    const cursor = args[path];
    if (cursor == null) return;
    const [value, id] = readCursor(path, cursor, order);
    where.push(
      sql`(${key}, r.id) ${raw(greater ? ">" : "<")} (${value}::${raw(type)}${raw(type === "text" ? ' COLLATE "C"' : "")}, ${id}::uuid)`,
    );
  };
  beyond("after", !descending);
  beyond("before", descending);
  const direction = raw(descending !== backward ? "DESC" : "ASC");
  return {
    limit,
    backward,
    where,
    key,
    direction,
    orderBy: sql`${key} ${direction}, r.id ${direction}`,
    cursorOf: (row) =>
      Buffer.from(JSON.stringify([order.field, order.direction, row.cursorKey, row.id])).toString(
        "base64url",
      ),
    beyond: (backward ? args.before : args.after) != null,
  };
}

function selectPage<Row extends object>(
  type: new () => Row,
  columns: ChosenColumns<Row>,
  page: Page,
  where: Sql[],
  more: Sql = empty,
): Sql {
  return sql`
    SELECT ${columns.selectList("r")}, (${page.key})::text AS "cursorKey"${more}
    FROM ${raw(`"${tableOf(type)}"`)} r
    WHERE ${join(where, " AND ")}
    ORDER BY ${page.orderBy}
    LIMIT ${page.limit + 1}`;
}

interface Keyed {
  cursorKey: string;
}
type KeyedRow<Row> = Row & Keyed;

function toConnection<Row extends { id: string }>(
  rows: KeyedRow<Row>[],
  page: Page,
  count: (context: Context) => Promise<number>,
): Connection<Row> {
  const more = rows.length > page.limit;
  const shown = rows.slice(0, page.limit);
  if (page.backward) shown.reverse();
  const cursorOf = (row: KeyedRow<Row> | undefined) => (row ? page.cursorOf(row) : null);
  return {
    // Cursors are written where they are asked for.
    get edges() {
      return shown.map((node) => ({ node, cursor: page.cursorOf(node) }));
    },
    nodes: shown,
    count,
    get pageInfo() {
      return {
        hasNextPage: page.backward ? page.beyond : more,
        hasPreviousPage: page.backward ? more : page.beyond,
        startCursor: cursorOf(shown[0]),
        endCursor: cursorOf(shown.at(-1)),
      };
    },
  };
}

/** One page of a whole list, in one statement. */
export async function pageOf<Row extends { id: string }, Filter, Field extends string>(
  listing: Listing<Row, Filter, Field, Context>,
  args: RowArgs<Row, Filter, Field>,
  context: Context,
): Promise<Connection<Row>> {
  const page = planPage(listing, args, context);
  const columns = args.asked ?? ChosenColumns.all(listing.type);
  const rows = await context.db.rowsOf<Row, Keyed>(
    columns,
    selectPage(listing.type, columns, page, page.where),
  );
  return toConnection(rows, page, async () => {
    const counted = await context.db.row<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM ${raw(`"${tableOf(listing.type)}"`)} r
      WHERE ${join(listing.where(args.filter, context), " AND ")}`);
    return counted?.count ?? 0;
  });
}

/**
 * The cursor after which the row of a number (from 0) comes, for jumps into a long list; null for
 * the first one, and past the end. It walks the order's index up to there, so it is dearer than a page.
 */
export async function cursorAt<Row extends { id: string }, Filter, Field extends string>(
  listing: Listing<Row, Filter, Field, Context>,
  args: Omit<ListArgs<Filter, Field>, keyof PageArgs>,
  row: number,
  context: Context,
): Promise<string | null> {
  if (row < 0) throw new Invalid([{ path: "row", code: "out_of_range", params: { min: 0 } }]);
  if (row === 0) return null;
  const page = planPage(listing, args, context);
  const found = await context.db.row<{ id: string; cursorKey: string }>(sql`
    SELECT r.id, (${page.key})::text AS "cursorKey"
    FROM ${raw(`"${tableOf(listing.type)}"`)} r
    WHERE ${join(page.where, " AND ")}
    ORDER BY ${page.orderBy}
    OFFSET ${row - 1} LIMIT 1`);
  return found ? page.cursorOf(found) : null;
}

/**
 * A batch that answers the first page of each owner's records, for all owners in one statement,
 * and their counts in a second one where they are selected. `owner` is the column that points at it;
 * `others` selects the ids of further owners whose records count as those of the owner `k.id`.
 */
export function pagesByOwner<Row extends { id: string }, Filter, Field extends string>(
  listing: Listing<Row, Filter, Field>,
  owner: string,
  others?: Sql,
): Batch<string, RowArgs<Row, Filter, Field>, Connection<Row>> {
  const table = () => raw(`"${tableOf(listing.type)}"`);
  const ownerColumn = raw(`r."${owner}"`);

  const counts: Batch<string, Filter | null | undefined, number> = async (ids, filter, reading) => {
    const where = join(listing.where(filter, reading), " AND ");
    const rows = await reading.db.rows<{ owner: string; count: number }>(
      others
        ? sql`
            SELECT k.id AS owner, count(*)::int AS count FROM ${keyTable(ids)}
            CROSS JOIN LATERAL (SELECT k.id UNION ALL ${others}) o (id)
            JOIN ${table()} r ON ${ownerColumn} = o.id WHERE ${where} GROUP BY k.id`
        : sql`
            SELECT ${ownerColumn} AS owner, count(*)::int AS count FROM ${table()} r
            WHERE ${isOneOfKeys(ownerColumn, ids)} AND ${where} GROUP BY ${ownerColumn}`,
    );
    const byOwner = new Map(rows.map((row) => [row.owner, row.count]));
    return ids.map((id) => byOwner.get(id) ?? 0);
  };

  const pageOfOwners = (columns: ChosenColumns<Row>, page: Page): Sql => {
    if (!others) {
      const where = [sql`${ownerColumn} = k.id`, ...page.where];
      return selectPage(listing.type, columns, page, where);
    }
    const own = selectPage(
      listing.type,
      columns,
      page,
      [sql`${ownerColumn} = o.id`, ...page.where],
      sql`, ${page.key} AS "sortKey"`,
    );
    return sql`
      SELECT p.* FROM (SELECT k.id UNION ALL ${others}) o (id) CROSS JOIN LATERAL (${own}) p
      ORDER BY p."sortKey" ${page.direction}, p.id ${page.direction} LIMIT ${page.limit + 1}`;
  };

  return async (ids, args, reading) => {
    const page = planPage(listing, args, reading);
    const columns = args.asked ?? ChosenColumns.all(listing.type);
    const rows = await reading.db.rowsOf<Row, Keyed & { pageOwner: string }>(
      columns,
      sql`
        SELECT k.id AS "pageOwner", p.* FROM ${keyTable(ids)}
        CROSS JOIN LATERAL (${pageOfOwners(columns, page)}) p`,
    );
    return grouped(ids, rows, (row) => row.pageOwner).map((own, index) =>
      toConnection<Row>(own, page, (context) =>
        context.load(counts, ids[index] ?? "", args.filter),
      ),
    );
  };
}
