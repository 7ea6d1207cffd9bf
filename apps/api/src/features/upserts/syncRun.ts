import sql from "sql-template-tag";
import { v7 as uuidV7, validate, version } from "uuid";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";

/** How long a full sync can take. */
const MAX_DAYS = 7;

const TIME_DIGITS = 12;

/** The id of a full sync that begins now. It is the time by the database's clock, as that of everything it is compared with. */
export async function newSyncRun({ db }: Context): Promise<string> {
  const row = await db.row<{ now: number }>(
    sql`SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`,
  );
  if (!row) throw new Error("the database does not know the time");
  return uuidV7({ msecs: row.now });
}

/** When a full sync began. Throws Invalid for what is none, and for one of more than seven days ago. */
export async function startOf({ db }: Context, syncRun: string): Promise<Date> {
  const unknown = new Invalid([{ path: "syncRun", code: "unknown_sync_run" }]);
  if (!validate(syncRun) || version(syncRun) !== 7) throw unknown;
  const time = Number.parseInt(syncRun.replaceAll("-", "").slice(0, TIME_DIGITS), 16);
  const row = await db.row<{ valid: boolean }>(sql`
    SELECT to_timestamp(${time}::float8 / 1000) BETWEEN clock_timestamp() - make_interval(days => ${MAX_DAYS})
      AND clock_timestamp() AS valid`);
  if (!row?.valid) throw unknown;
  return new Date(time);
}
