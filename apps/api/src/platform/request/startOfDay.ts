import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../context.js";

/** The instant at which a calendar date begins in the organisation's time zone. */
export const startOfDay = (date: string, context: Context): Sql =>
  sql`(${date}::date)::timestamp AT TIME ZONE ${context.app.organisation.timeZone}`;

/** The instant at which a calendar date is over in the organisation's time zone, also where clocks change on it. */
export const endOfDay = (date: string, context: Context): Sql =>
  sql`(${date}::date + 1)::timestamp AT TIME ZONE ${context.app.organisation.timeZone}`;
