import { externalId as externalIdRules } from "@clientela/shared/records/externalIds";
import type { Context } from "../../platform/context.js";
import {
  brokenUniqueIndex,
  crowdedList,
  isUnwritable,
} from "../../platform/database/constraints.js";
import { Invalid, type Issue } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { MAX_PARTS } from "../../platform/records/parts.js";
import { archiveMissing, type Missing } from "./archiveMissing.js";
import { markSeen } from "./claimIds.js";
import { rehearsed } from "./rehearsal.js";
import { startOf } from "./syncRun.js";
import { UpsertAttempt, type Upserted } from "./upsertAttempt.js";
import type { UpsertedRow, UpsertItem, UpsertKind } from "./upsertKind.js";

/** How many records one call can write. */
const MAX_UPSERTED = 1_000;

/** What a call writes. */
interface UpsertInput<Item> {
  source: string;
  items: readonly Item[];
  dryRun: boolean;
  /** The full sync that the call belongs to. */
  syncRun?: string | null;
  /** Whether it is the last call of that sync, which archives what the sync did not send. */
  archivesMissing?: boolean;
}

/** What became of a call. */
export interface UpsertOutcome<Row> {
  results: Upserted<Row>[];
  /** What became of records that the full sync did not send, where it ended. */
  missing: Missing | null;
}

const TRIES = 3;

/**
 * Makes and changes records by their ids in another system, in as many statements as for one item. An item with issues keeps
 * out no other; an id that comes again changes what the item before it left. Returns one result per item, in order; a
 * dry run's are those of a call that writes, which is rolled back.
 */
export async function upsertRecords<Row extends UpsertedRow, Item extends UpsertItem>(
  context: Context,
  kind: UpsertKind<Row, Item>,
  { source, items, dryRun, syncRun, archivesMissing = false }: UpsertInput<Item>,
): Promise<UpsertOutcome<Row>> {
  if (items.length > MAX_UPSERTED) {
    throw new Invalid([{ path: "items", code: "too_many", params: { max: MAX_UPSERTED } }]);
  }
  const parsed = parseInput(externalIdRules.pick({ source: true }), { source });
  if (archivesMissing && syncRun == null) {
    throw new Invalid([{ path: "syncRun", code: "required" }]);
  }
  const since = syncRun == null ? null : await startOf(context, syncRun);
  const write = async (): Promise<UpsertOutcome<Row>> => {
    const results = await upsertAll(context, kind, parsed.source, items);
    if (since === null) return { results, missing: null };
    await markSeen(context, kind.subject.name, parsed.source, items);
    const sync = { source: parsed.source, since };
    return { results, missing: archivesMissing ? await archiveMissing(context, kind, sync) : null };
  };
  if (!dryRun) return write();
  const { results, missing } = await rehearsed(context, write);
  // Nothing that was written stays to be seen.
  return {
    missing,
    results: results.map((one) => (one.status === "UNCHANGED" ? one : { ...one, record: null })),
  };
}

async function upsertAll<Row extends UpsertedRow, Item extends UpsertItem>(
  context: Context,
  kind: UpsertKind<Row, Item>,
  source: string,
  items: readonly Item[],
): Promise<Upserted<Row>[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await context.attempt(() => new UpsertAttempt(context, kind, source, items).run());
    } catch (error) {
      // Another writer took a number since it was looked for: look again.
      if (brokenUniqueIndex(error) !== null && tries < TRIES) continue;
      if (!isUnwritable(error)) throw error;
      if (items.length === 1) return [{ status: "FAILED", record: null, issues: [issueOf(error)] }];
      // The database refuses one of the items: halve them until that one is found.
      const middle = Math.ceil(items.length / 2);
      return [
        ...(await upsertAll(context, kind, source, items.slice(0, middle))),
        ...(await upsertAll(context, kind, source, items.slice(middle))),
      ];
    }
  }
}

function issueOf(error: unknown): Issue {
  const path = crowdedList(error);
  return path === null
    ? { path: "externalId", code: "not_written" }
    : { path, code: "too_many", params: { max: MAX_PARTS } };
}
