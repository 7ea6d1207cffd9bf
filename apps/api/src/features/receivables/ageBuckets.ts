import sql, { type Sql } from "sql-template-tag";

/** How late an open invoice is: a range of days past its due date. */
export interface AgeBucket {
  /** Its field of `Ageing`. */
  field: "notDue" | "days1To30" | "days31To60" | "days61To90" | "over90";
  /** Its name in orders and kept metrics. */
  name: string;
  /** The days past the due date that it begins and ends with; null for no end. */
  from: number | null;
  to: number | null;
}

/** The buckets of ageing, from what is not due yet to the oldest. */
export const AGE_BUCKETS: readonly AgeBucket[] = [
  { field: "notDue", name: "NOT_DUE", from: null, to: 0 },
  { field: "days1To30", name: "DAYS_1_TO_30", from: 1, to: 30 },
  { field: "days31To60", name: "DAYS_31_TO_60", from: 31, to: 60 },
  { field: "days61To90", name: "DAYS_61_TO_90", from: 61, to: 90 },
  { field: "over90", name: "OVER_90", from: 91, to: null },
];

/** That days past a due date are within a bucket. */
export function isInBucket(days: Sql, { from, to }: AgeBucket): Sql {
  if (from === null) return sql`${days} <= ${to}::int`;
  return to === null
    ? sql`${days} >= ${from}::int`
    : sql`${days} BETWEEN ${from}::int AND ${to}::int`;
}

/** The days past the due date with which each bucket after the first begins. */
export const BUCKET_STARTS: readonly number[] = AGE_BUCKETS.flatMap(({ from }) => from ?? []);
