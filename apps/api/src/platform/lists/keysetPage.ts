import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import {
  type Bound,
  isBeyond,
  type MetricCondition,
  type Metrics,
  type SortKey,
} from "./sortKey.js";

/** A range of consecutive rows `r` of a list, in the order in which they are read. */
export interface LoadedRange {
  /** What they are selected from: a table, or a subselect in parentheses. */
  source: Sql;
  /** The conditions on its rows besides those of the cursors. */
  where: readonly Sql[];
  /** Those on metrics, besides. */
  onMetrics?: readonly MetricCondition[];
  bounds: readonly Bound[];
  key: SortKey;
  descending: boolean;
  /** How many rows are read, and how many are skipped before them. */
  limit: number;
  offset?: number;
}

const directionOf = ({ descending }: LoadedRange): Sql => raw(descending ? "DESC" : "ASC");

const cut = ({ limit, offset }: LoadedRange): Sql =>
  offset === undefined ? sql`LIMIT ${limit}` : sql`LIMIT ${limit} OFFSET ${offset}`;

/** Selects a range by its key's expression, with its text as `cursorKey`. */
export function selectByKey(select: Sql, range: LoadedRange, more: Sql = empty): Sql {
  const { source, key, bounds } = range;
  const direction = directionOf(range);
  const where = [
    ...range.where,
    ...bounds.map((bound) => isBeyond(key.sql, sql`r.id`, key.type, bound)),
  ];
  return sql`
    SELECT ${select}, (${key.sql})::text AS "cursorKey"${more}
    FROM ${source} r
    WHERE ${join(where, " AND ")}
    ORDER BY ${key.sql} ${direction}, r.id ${direction}
    ${cut(range)}`;
}

// Only the metrics are sorted, and their rows looked up until there are enough of them.
function byMetric(select: Sql, range: LoadedRange, { rows }: Metrics): Sql {
  const { source, key, bounds } = range;
  const direction = directionOf(range);
  const where = join(range.where, " AND ");
  const beyond = bounds.map((bound) => isBeyond(sql`f.figure`, sql`f.id`, key.type, bound));
  return sql`
    SELECT ${select}, f.figure::text AS "cursorKey"
    FROM (
      SELECT f.id, f.figure FROM (${rows(range.descending)}) f
      ${beyond.length > 0 ? sql`WHERE ${join(beyond, " AND ")}` : empty}
      ORDER BY f.figure ${direction}, f.id ${direction}
    ) f
    JOIN ${source} r ON r.id = f.id
    WHERE ${where}
    ORDER BY f.figure ${direction}, r.id ${direction}
    ${cut(range)}`;
}

function byIdAlone(select: Sql, range: LoadedRange, rest: NonNullable<Metrics["rest"]>): Sql {
  const direction = directionOf(range);
  const where = [
    ...range.where,
    rest.where,
    ...range.bounds
      .filter(({ value }) => value === rest.figure)
      .map(({ greater, id }) => sql`r.id ${raw(greater ? ">" : "<")} ${id}::uuid`),
  ];
  return sql`
    SELECT ${select}, ${rest.figure} AS "cursorKey"
    FROM ${range.source} r
    WHERE ${join(where, " AND ")}
    ORDER BY r.id ${direction}
    ${cut(range)}`;
}

// So many rows are looked up and sorted in the time that a page of one in two hundred takes to be found in order.
const FEW = 5_000;

/** Selects a range, with the text of its key as `cursorKey`. */
export function selectRange(select: Sql, range: LoadedRange): Sql {
  const { onMetrics = [], offset = 0 } = range;
  if (onMetrics.length === 0) return selectInOrder(select, range);
  const each = onMetrics.map((condition) => condition.each);
  const all = { ...range, where: [...range.where, ...each] };
  const narrow = onMetrics.find(({ ids }) => ids !== null);
  if (!narrow?.ids) return selectInOrder(select, all);
  // The planner does not know how many rows hold a condition on a metric: they are counted up to a few, and then
  // either these are sorted, or rows are read in their order until there are enough. Only one of both is executed.
  const part = { limit: range.limit + offset, offset: 0 };
  const others = each.filter((_, index) => onMetrics[index] !== narrow);
  const isFew = sql`(SELECT count(*) FROM few) <= ${FEW}`;
  const sorted = selectByKey(select, {
    ...range,
    ...part,
    where: [isFew, sql`r.id IN (SELECT f.id FROM few f)`, ...range.where, ...others],
  });
  const walked = selectInOrder(select, {
    ...all,
    ...part,
    where: [sql`NOT ${isFew}`, ...all.where],
  });
  return sql`
    SELECT * FROM (
      WITH few AS MATERIALIZED (SELECT i.id FROM (${narrow.ids}) i LIMIT ${FEW + 1})
      SELECT * FROM (${sorted}) s UNION ALL SELECT * FROM (${walked}) w
    ) p ${cut(range)}`;
}

function selectInOrder(select: Sql, range: LoadedRange): Sql {
  const { figures } = range.key;
  if (!figures) return selectByKey(select, range);
  const { rest } = figures;
  if (!rest) return byMetric(select, range, figures);
  const { bounds, limit, offset = 0, ...whole } = range;
  const part = { ...whole, bounds, limit: limit + offset };
  const inRest = ({ value }: Bound) => value === rest.figure;
  const parts: Sql[] = [];
  if (bounds.every((bound) => bound.greater || !inRest(bound)))
    parts.push(byMetric(select, part, figures));
  if (bounds.every((bound) => !bound.greater || inRest(bound)))
    parts.push(byIdAlone(select, part, rest));
  if (!range.descending) parts.reverse();
  // Two selects one after the other; the second is only executed where the first does not fill the range.
  const both = parts.map((one) => sql`SELECT * FROM (${one}) p`);
  return parts.length === 0
    ? selectByKey(select, { ...range, limit: 0 })
    : sql`${join(both, " UNION ALL ")} ${cut(range)}`;
}
