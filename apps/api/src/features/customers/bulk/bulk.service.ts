import { MAX_TAGS } from "@clientela/shared/values/tags";
import sql, { join, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid, NotFound } from "../../../platform/errors.js";
import { assertActiveUser } from "../../accounts/sessions/activeUser.js";
import { Customer } from "../customer.entity.js";
import { matchingCustomers } from "../list/customer.list.js";
import type { BulkUpdateCustomersInput } from "./bulk.input.js";
import { type BulkChoice, type BulkSet, checkBulkChoice, checkBulkSet } from "./bulk.rules.js";
import { editIdOf } from "./undoBulkUpdate.js";
import { writeWanted } from "./writeBulkUpdate.js";

/** The result of a bulk edit. */
export interface BulkOutcome {
  matched: number;
  changed: number;
  /** The id to pass to undoBulkUpdate; null if nothing changed. */
  editId: string | null;
}

// The tags of `customers r` without the removed ones, followed by added ones that are missing.
function tagsAfter({ addTags, removeTags }: BulkSet): Sql {
  const removed = sql`(ARRAY(SELECT lower(t) FROM unnest(${removeTags}::text[]) t))`;
  return sql`(
    ARRAY(SELECT t FROM unnest(r.tags) WITH ORDINALITY u (t, n) WHERE lower(t) <> ALL ${removed} ORDER BY n) ||
    ARRAY(
      SELECT t FROM unnest(${addTags}::text[]) WITH ORDINALITY a (t, n)
      WHERE NOT EXISTS (
        SELECT 1 FROM unnest(r.tags) u (t) WHERE lower(u.t) = lower(a.t) AND lower(u.t) <> ALL ${removed})
      ORDER BY n))`;
}

// As many as can be written well within the statement timeout.
const MAX_DESCRIBED = 20_000;

async function lockChosen(context: Context, choice: BulkChoice): Promise<string[]> {
  const where =
    "ids" in choice
      ? [sql`r.deleted_at IS NULL`, sql`r.id = ANY(${choice.ids}::uuid[])`]
      : matchingCustomers(choice.params, context);
  const rows = await context.db.rows<{ id: string }>(sql`
    SELECT r.id FROM customers r WHERE ${join(where, " AND ")} ORDER BY r.id
    LIMIT ${MAX_DESCRIBED + 1} FOR UPDATE OF r`);
  const found = rows.map((row) => row.id);
  if ("ids" in choice) {
    const known = new Set(found);
    const missing = choice.ids.find((id) => !known.has(id));
    if (missing !== undefined) throw new NotFound(Customer.name, missing);
  } else if (found.length > MAX_DESCRIBED) {
    throw new Invalid([{ path: "filter", code: "too_many", params: { max: MAX_DESCRIBED } }]);
  } else if (found.length !== choice.expected) {
    const params = { expected: choice.expected, found: found.length };
    throw new Invalid([{ path: "expectedCount", code: "count_changed", params }]);
  }
  return found;
}

// A separate statement: when it is part of the locking one, PostgreSQL 18.4 crashes if it has to
// re-check a row that another transaction changed in the meantime.
async function assertFewTags(context: Context, ids: string[], set: BulkSet): Promise<void> {
  if (set.addTags.length === 0) return;
  const full = await context.db.row(sql`
    SELECT r.id FROM customers r
    WHERE r.id = ANY(${ids}::uuid[]) AND cardinality(${tagsAfter(set)}) > ${MAX_TAGS} LIMIT 1`);
  if (full)
    throw new Invalid([{ path: "set.addTags", code: "too_many", params: { max: MAX_TAGS } }]);
}

/**
 * Changes owner, tags and status of many customers and records the history of each, with the same number
 * of statements as for one customer. Throws NotFound, and Invalid also when the count differs from the
 * expected one; nothing is changed then.
 */
export async function bulkUpdateCustomers(
  context: Context,
  input: BulkUpdateCustomersInput,
): Promise<BulkOutcome> {
  const set = checkBulkSet(input.set);
  const choice = checkBulkChoice(input);
  if (set.ownerId) await assertActiveUser(context, set.ownerId, "set.ownerId");
  const ids = await lockChosen(context, choice);
  await assertFewTags(context, ids, set);
  const entries = await writeWanted(context, {
    ownerId: set.ownerId === undefined ? sql`r.owner_id` : sql`${set.ownerId}::uuid`,
    status: sql`coalesce(${set.status}::text, r.status)`,
    tags: tagsAfter(set),
    statusBeforeArchive: sql`r.status_before_archive`,
    from: sql`customers r WHERE r.id = ANY(${ids}::uuid[])`,
  });
  return { matched: ids.length, changed: entries.length, editId: editIdOf(entries) };
}
