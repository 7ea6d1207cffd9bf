import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Invalid } from "../../../platform/errors.js";
import type { FieldChange } from "../../../platform/records/history.js";
import type { ExternalId } from "./externalId.type.js";

/** A customer's external ids as the transaction sees them. */
export function externalIdsOf({ db }: Context, customerId: string): Promise<ExternalId[]> {
  return db.rows<ExternalId>(sql`
    SELECT source, external_id AS value FROM customer_external_ids WHERE customer_id = ${customerId}::uuid`);
}

const asText = (ids: readonly ExternalId[]) =>
  ids.map(({ source, value }) => `${source}:${value}`).sort();

/** The history entry for a change of external ids: empty if they are equal or not given. */
export function externalIdsChange(
  before: readonly ExternalId[],
  after: readonly ExternalId[] | undefined,
): FieldChange[] {
  if (after === undefined) return [];
  const change = { field: "externalIds", old: asText(before), new: asText(after) };
  return change.old.join("\n") === change.new.join("\n") ? [] : [change];
}

/** Adds external ids to a customer. Throws Invalid for one that another customer has, unless that one is in the trash. */
export async function addExternalIds(
  context: Context,
  customerId: string,
  externalIds: readonly ExternalId[],
): Promise<void> {
  if (externalIds.length === 0) return;
  // A customer in the trash gives up its external ids.
  await context.db.execute(sql`
    DELETE FROM customer_external_ids x USING customers c,
      jsonb_to_recordset(${JSON.stringify(externalIds)}::jsonb) AS e (source text, value text)
    WHERE c.id = x.customer_id AND c.deleted_at IS NOT NULL AND x.source = e.source AND x.external_id = e.value`);
  try {
    await context.db.attempt(() =>
      context.db.execute(sql`
        INSERT INTO customer_external_ids (customer_id, source, external_id)
        SELECT ${customerId}::uuid, e.source, e.value
        FROM jsonb_to_recordset(${JSON.stringify(externalIds)}::jsonb) AS e (source text, value text)`),
    );
  } catch (error) {
    if (brokenUniqueIndex(error) === null) throw error;
    throw new Invalid([{ path: "externalIds", code: "taken" }]);
  }
}

/** Puts ids in other systems in the place of those that a customer has. Throws Invalid as `addExternalIds`. */
export async function replaceExternalIds(
  context: Context,
  customerId: string,
  externalIds: readonly ExternalId[],
): Promise<void> {
  await context.db.execute(
    sql`DELETE FROM customer_external_ids WHERE customer_id = ${customerId}::uuid`,
  );
  await addExternalIds(context, customerId, externalIds);
}
