import { isCalendarDate } from "@clientela/shared/values/dates";
import sql, { empty, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import type { Connection } from "../../platform/lists/connection.js";
import { parsedJson } from "../../platform/parsedJson.js";

/** The place of a row in an account: rows are in the order of their day, their rank within it, and their id. */
export interface Place {
  currency: string;
  day: string;
  rank: number;
  id: string;
}

/** Which part of a list of rows. */
export interface PageParams {
  first: number;
  after: string | null;
}

/** Puts rows `m` in their order. */
export const IN_ORDER = sql`m.day, m.rank, m.id`;

const cursorRule = z.tuple([z.string().refine(isCalendarDate), z.int().min(1).max(3), z.uuid()]);

/** That rows `m` come after a cursor. Throws Invalid where it is none. */
export function beyond(after: string | null): Sql {
  if (after === null) return empty;
  const decoded = Buffer.from(after, "base64url").toString("utf8");
  const parsed = cursorRule.safeParse(parsedJson(decoded));
  if (!parsed.success) throw new Invalid([{ path: "after", code: "invalid_cursor" }]);
  const [day, rank, id] = parsed.data;
  return sql`AND (m.day, m.rank, m.id) > (${day}::date, ${rank}::int, ${id}::uuid)`;
}

/** A page of rows, of which one more than its length was read. */
export function pageOf<Row extends Place, Shown extends object>(
  rows: readonly Row[],
  { first, after }: PageParams,
  shown: (row: Row) => Shown,
  count: (context: Context) => Promise<number>,
): Connection<Shown> {
  const edges = rows.slice(0, first).map((row) => ({
    node: shown(row),
    cursor: Buffer.from(JSON.stringify([row.day, row.rank, row.id])).toString("base64url"),
  }));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  };
}
