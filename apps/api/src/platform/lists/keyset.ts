import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import { tableOf } from "../database/columns.js";
import { Invalid } from "../errors.js";
import type { BatchLoader, ReadContext } from "../readContext.js";
import { grouped } from "../request/loader.js";
import { OrderDirection, type PageArgs } from "../types/page.input.js";
import { ColumnSelection } from "./columnSelection.js";
import type { Connection } from "./connection.js";
import { estimateCount } from "./countEstimate.js";
import { cursorOf, readCursor } from "./cursor.js";
import { isComposed } from "./filterGroups.js";
import { assertFewValues } from "./filterValues.js";
import { isOneOfKeys, keyTable } from "./keys.js";
import { type LoadedRange, selectByKey, selectRange } from "./keysetPage.js";
import { type Keyed, PageOfRows, type PageRequest } from "./keysetRows.js";
import { pageLength } from "./pageLength.js";
import type { Bound, MetricCondition, SortKey } from "./sortKey.js";

/** The largest Int of GraphQL. */
const MAX_INT = 2_147_483_647;
const PAGES = { usual: 25, longest: 100 };

/** How a list is sorted; the id breaks ties in the same direction. */
export interface SortOrder<Field extends string> {
  field: Field;
  direction: OrderDirection;
  /** In which currency amounts are sorted; the organisation's unless given. */
  currency?: string | null;
}

/**
 * A list of records of one kind: its rows and its sort orders. `r` is its table in SQL. Where it depends on the
 * caller, `From` is a Context.
 */
export interface ListDefinition<
  Row extends { id: string },
  Filter,
  Field extends string,
  From = ReadContext,
> {
  type: new () => Row;
  /** The subselect to select from, in parentheses, where that is not the table of the type. */
  source?: (filter: Filter | null | undefined, from: From) => Sql;
  /** Conditions for every row, and those that the filter adds. */
  where: (filter: Filter | null | undefined, from: From) => Sql[];
  /** The sort orders; a function if they depend on the day or on the caller. */
  sortKeys: Record<Field, SortKey | ((from: From) => SortKey)>;
  /** The sort orders that other features add. */
  addedSortKey?: (
    order: SortOrder<Field>,
    filter: Filter | null | undefined,
    from: From,
  ) => SortKey | undefined;
  /** The conditions of the filter on metrics, besides `where`. */
  metricConditions?: (filter: Filter | null | undefined, from: From) => MetricCondition[];
  defaultOrder: SortOrder<Field>;
}

/** The parameters of a list. */
export interface ListArgs<Filter, Field extends string> extends PageArgs {
  filter?: Filter | null;
  orderBy?: SortOrder<Field> | null;
}

/** The parameters of a list of records, and the columns to read; all unless given. */
export interface RowArgs<Row extends object, Filter, Field extends string>
  extends ListArgs<Filter, Field> {
  selection?: ColumnSelection<Row> | undefined;
}

interface Page extends PageRequest {
  /** The rows of the page, and one more that shows whether there are more. */
  range: LoadedRange;
  plan: "custom" | "generic";
}

/** What a list is sorted by. */
export function sortKeyOf<Row extends { id: string }, Filter, Field extends string, From>(
  listing: ListDefinition<Row, Filter, Field, From>,
  order: SortOrder<Field>,
  filter: Filter | null | undefined,
  from: From,
): SortKey {
  const { sortKeys, addedSortKey } = listing;
  const { field } = order;
  const key = Object.hasOwn(sortKeys, field)
    ? sortKeys[field]
    : addedSortKey?.(order, filter, from);
  if (!key) throw new Error(`nothing sorts by ${field}`);
  return typeof key === "function" ? key(from) : key;
}

function sourceOf<Row extends { id: string }, Filter, Field extends string, From>(
  { type, source }: ListDefinition<Row, Filter, Field, From>,
  filter: Filter | null | undefined,
  from: From,
): Sql {
  return source?.(filter, from) ?? raw(`"${tableOf(type)}"`);
}

/** All conditions on the rows `r` of a list. */
export function allConditions<Row extends { id: string }, Filter, Field extends string, From>(
  { where, metricConditions }: ListDefinition<Row, Filter, Field, From>,
  filter: Filter | null | undefined,
  from: From,
): Sql[] {
  const onMetrics = metricConditions?.(filter, from) ?? [];
  return [...where(filter, from), ...onMetrics.map(({ whole }) => whole)];
}

function planPage<Row extends { id: string }, Filter, Field extends string, From>(
  listing: ListDefinition<Row, Filter, Field, From>,
  args: ListArgs<Filter, Field>,
  from: From,
): Page {
  const limit = pageLength(args, PAGES);
  assertFewValues(args.filter);
  const order = args.orderBy ?? listing.defaultOrder;
  const backward = args.last != null;
  const descending = order.direction === OrderDirection.DESC;
  const key = sortKeyOf(listing, order, args.filter, from);
  const bounds: Bound[] = [];
  const beyond = (path: "after" | "before", greater: boolean) => {
    const cursor = args[path];
    if (cursor == null) return;
    const [value, id] = readCursor(path, cursor, order, key.type);
    bounds.push({ greater, value, id });
  };
  beyond("after", !descending);
  beyond("before", descending);
  const onMetrics = listing.metricConditions?.(args.filter, from) ?? [];
  return {
    limit,
    backward,
    range: {
      source: sourceOf(listing, args.filter, from),
      where: listing.where(args.filter, from),
      onMetrics: onMetrics.filter(({ key: own }) => own !== key.figures?.within),
      bounds,
      key,
      descending: descending !== backward,
      limit: limit + 1,
    },
    // By a metric, few filtered rows are found by the filter first, and many by the metric: it depends on the values.
    // What people compose is hardly ever asked again, so that no plan is kept of it.
    plan: key.figures || onMetrics.length > 0 || isComposed(args.filter) ? "custom" : "generic",
    cursorOf: (row) => cursorOf(order, row.cursorKey, row.id),
    beyond: (backward ? args.before : args.after) != null,
  };
}

/** One page of a whole list, in one statement. */
export async function pageOf<Row extends { id: string }, Filter, Field extends string>(
  listing: ListDefinition<Row, Filter, Field, Context>,
  args: RowArgs<Row, Filter, Field>,
  context: Context,
): Promise<Connection<Row>> {
  const page = planPage(listing, args, context);
  const columns = args.selection ?? ColumnSelection.all(listing.type);
  const rows = await context.db.rowsOf<Row, Keyed>(
    columns,
    selectRange(columns.selectList("r"), page.range),
    page.plan,
  );
  const from = (where: readonly Sql[]) =>
    sql`FROM ${sourceOf(listing, args.filter, context)} r WHERE ${join(where, " AND ")}`;
  const matching = () => from(allConditions(listing, args.filter, context));
  const expected = () => {
    const onMetrics = listing.metricConditions?.(args.filter, context) ?? [];
    return from([
      ...listing.where(args.filter, context),
      ...onMetrics.map((condition) => condition.expected),
    ]);
  };
  return new PageOfRows(
    rows,
    page,
    async () => {
      const counted = await context.db.row<{ count: number }>(
        sql`SELECT count(*)::int AS count ${matching()}`,
        page.plan,
      );
      return counted?.count ?? 0;
    },
    () => estimateCount(context.db, matching(), expected()),
  );
}

/**
 * The cursor before the row with an index (from 0), for jumps into a long list; null for
 * the first one, and past the end. It walks the order's index up to there, so it is more expensive than a page.
 */
export async function cursorAt<Row extends { id: string }, Filter, Field extends string>(
  listing: ListDefinition<Row, Filter, Field, Context>,
  args: Omit<ListArgs<Filter, Field>, keyof PageArgs>,
  row: number,
  context: Context,
): Promise<string | null> {
  if (row < 0)
    throw new Invalid([{ path: "row", code: "out_of_range", params: { min: 0, max: MAX_INT } }]);
  if (row === 0) return null;
  const { range, plan, cursorOf } = planPage(listing, args, context);
  const found = await context.db.row<{ id: string; cursorKey: string }>(
    selectRange(sql`r.id`, { ...range, limit: 1, offset: row - 1 }),
    plan,
  );
  return found ? cursorOf(found) : null;
}

/**
 * A loader of the first page of each owner's records, for all owners in one statement,
 * and of their counts in a second one where they are selected. `owner` is the foreign key to the owner;
 * `others` selects the ids of further owners whose records count as those of the owner `k.id`.
 */
export function pagesByOwner<Row extends { id: string }, Filter, Field extends string>(
  listing: ListDefinition<Row, Filter, Field>,
  owner: string,
  others?: Sql,
): BatchLoader<string, RowArgs<Row, Filter, Field>, Connection<Row>> {
  const ownerColumn = raw(`r."${owner}"`);

  const counts: BatchLoader<string, Filter | null | undefined, number> = async (
    ids,
    filter,
    reading,
  ) => {
    const where = join(listing.where(filter, reading), " AND ");
    const table = sourceOf(listing, filter, reading);
    const rows = await reading.db.rows<{ owner: string; count: number }>(
      others
        ? sql`
            SELECT k.id AS owner, count(*)::int AS count FROM ${keyTable(ids)}
            CROSS JOIN LATERAL (SELECT k.id UNION ALL ${others}) o (id)
            JOIN ${table} r ON ${ownerColumn} = o.id WHERE ${where} GROUP BY k.id`
        : sql`
            SELECT ${ownerColumn} AS owner, count(*)::int AS count FROM ${table} r
            WHERE ${isOneOfKeys(ownerColumn, ids)} AND ${where} GROUP BY ${ownerColumn}`,
    );
    const byOwner = new Map(rows.map((row) => [row.owner, row.count]));
    return ids.map((id) => byOwner.get(id) ?? 0);
  };

  const pageOfOwners = (columns: ColumnSelection<Row>, { range }: Page): Sql => {
    const ownedBy = (id: Sql): LoadedRange => ({
      ...range,
      where: [sql`${ownerColumn} = ${id}`, ...range.where],
    });
    const select = columns.selectList("r");
    if (!others) return selectByKey(select, ownedBy(sql`k.id`));
    const own = selectByKey(select, ownedBy(sql`o.id`), sql`, ${range.key.sql} AS "sortKey"`);
    const direction = raw(range.descending ? "DESC" : "ASC");
    return sql`
      SELECT p.* FROM (SELECT k.id UNION ALL ${others}) o (id) CROSS JOIN LATERAL (${own}) p
      ORDER BY p."sortKey" ${direction}, p.id ${direction} LIMIT ${range.limit}`;
  };

  return async (ids, args, reading) => {
    const page = planPage(listing, args, reading);
    const columns = args.selection ?? ColumnSelection.all(listing.type);
    const rows = await reading.db.rowsOf<Row, Keyed & { pageOwner: string }>(
      columns,
      sql`
        SELECT k.id AS "pageOwner", p.* FROM ${keyTable(ids)}
        CROSS JOIN LATERAL (${pageOfOwners(columns, page)}) p`,
      page.plan,
    );
    return grouped(ids, rows, (row) => row.pageOwner).map(
      (own, index) =>
        new PageOfRows<Row>(own, page, (context) =>
          context.load(counts, ids[index] ?? "", args.filter),
        ),
    );
  };
}
