import sql, { type Sql } from "sql-template-tag";
import type { ReadContext } from "../readContext.js";

/** The instant at which a calendar date begins in the organisation's time zone. */
export const startOfDay = (date: string, { organisation }: ReadContext): Sql =>
  sql`(${date}::date)::timestamp AT TIME ZONE ${organisation.timeZone}`;

/** The instant at which a calendar date is over in the organisation's time zone, also where clocks change on it. */
export const endOfDay = (date: string, { organisation }: ReadContext): Sql =>
  sql`(${date}::date + 1)::timestamp AT TIME ZONE ${organisation.timeZone}`;
