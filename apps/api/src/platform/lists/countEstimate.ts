import sql, { type Sql } from "sql-template-tag";
import { Field, Int, ObjectType } from "type-graphql";
import type { Db } from "../database/db.js";

const COUNTED = 10_000;
const DIGITS = 3;

/** How many records a list has, counted or estimated. */
@ObjectType({ description: "How many records a list has: counted up to 10,000, estimated beyond." })
export class CountEstimate {
  @Field(() => Int, {
    description: "The number; where it is not exact, above 10,000 and of three significant digits.",
  })
  value!: number;

  @Field(() => Boolean, { description: "Whether it was counted." })
  exact!: boolean;
}

/**
 * Counts what `from` selects (FROM and WHERE) up to 10,000; beyond, the planner's estimate answers, which takes a
 * millisecond whatever the table's size: of `expected`, where the planner estimates that better. Who sees only some records is given a count: an estimate goes by all of them.
 */
export async function estimateCount(
  db: Db,
  from: Sql,
  expected: Sql = from,
): Promise<CountEstimate> {
  const limit = db.isLimited ? sql`` : sql`LIMIT ${COUNTED + 1}`;
  const counted = await db.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (SELECT 1 ${from} ${limit}) counted`,
  );
  const count = counted?.count ?? 0;
  if (db.isLimited || count <= COUNTED) return { value: count, exact: true };
  const estimate = Number((await db.estimatedRows(sql`SELECT 1 ${expected}`)).toPrecision(DIGITS));
  return { value: Math.max(estimate, COUNTED + 1), exact: false };
}
