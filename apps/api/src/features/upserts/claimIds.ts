import type { RecordType } from "@clientela/shared/records/recordActions";
import { storedForm } from "@clientela/shared/values/textRules";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { Context } from "../../platform/context.js";

/** The record that has an id of another system; a new one that is to be made for it where nobody had it. */
export interface ClaimedId {
  recordId: string;
  isNew: boolean;
}

const TRIES = 3;

/**
 * Finds the records that have ids of another system, and gives those that nobody has to records that are still to be made. Whoever claims
 * the same ids meanwhile waits until this transaction ends, and finds its records then.
 */
export async function claimIds(
  context: Context,
  recordType: RecordType,
  source: string,
  values: readonly string[],
): Promise<Map<string, ClaimedId>> {
  const claimed = new Map<string, ClaimedId>();
  let missing = [...new Set(values)];
  for (let tries = 1; missing.length > 0 && tries <= TRIES; tries += 1) {
    for (const { value, recordId } of await claimFree(context, recordType, source, missing))
      claimed.set(value, { recordId, isNew: true });
    missing = missing.filter((value) => !claimed.has(value));
    if (missing.length === 0) break;
    for (const { value, recordId } of await holders(context, recordType, source, missing))
      claimed.set(value, { recordId, isNew: false });
    // Whoever had an id went to the trash between the two statements.
    missing = missing.filter((value) => !claimed.has(value));
  }
  return claimed;
}

interface IdOfRecord {
  value: string;
  recordId: string;
}

// Of all callers the ids are written in one order, so that no two wait for each other.
function claimFree(
  { db }: Context,
  recordType: RecordType,
  source: string,
  values: readonly string[],
): Promise<IdOfRecord[]> {
  const rows = values.map((value) => ({ value, id: uuidV7() }));
  return db.rows<IdOfRecord>(sql`
    INSERT INTO external_ids AS x (record_type, record_id, source, value)
    SELECT ${recordType}, u.id, ${source}, u.value
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS u (id uuid, value text) ORDER BY u.value COLLATE "C"
    ON CONFLICT (record_type, lower(source), value) WHERE live DO NOTHING
    RETURNING x.value, x.record_id AS "recordId"`);
}

// Whoever may not see a record learns no more than that its id is taken.
const holders = (
  { db }: Context,
  recordType: RecordType,
  source: string,
  values: readonly string[],
): Promise<IdOfRecord[]> =>
  db.rows<IdOfRecord>(sql`
    SELECT x.value, x.record_id AS "recordId" FROM public.external_ids x
    WHERE x.record_type = ${recordType} AND lower(x.source) = lower(${source}) AND x.value = ANY(${values}::text[])
      AND x.live`);

/** Gives the ids back that were claimed for records which are not made. */
export async function releaseIds({ db }: Context, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  await db.execute(sql`DELETE FROM external_ids x WHERE x.record_id = ANY(${recordIds}::uuid[])`);
}

/** Notes that another system sent records now, also those that could not be written. */
export async function markSeen(
  { db }: Context,
  recordType: RecordType,
  source: string,
  items: readonly { externalId: string }[],
): Promise<void> {
  const values = items.map(({ externalId }) => storedForm(externalId));
  if (values.length === 0) return;
  await db.execute(sql`
    UPDATE external_ids x SET seen_at = clock_timestamp()
    WHERE x.record_type = ${recordType} AND lower(x.source) = lower(${source}) AND x.value = ANY(${values}::text[])
      AND x.live`);
}
