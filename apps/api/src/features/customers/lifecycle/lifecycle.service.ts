import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { selectList, tableOf } from "../../../platform/database/columns.js";
import { Invalid } from "../../../platform/errors.js";
import { parseIds } from "../../../platform/graph/parseInput.js";
import { restorable } from "../../../platform/records/trash.js";
import { lockRecords, type Revision, updateRecords } from "../../../platform/records/writeMany.js";
import { Customer } from "../customer.entity.js";
import { notMerged } from "../customer.loaders.js";
import { customerSubject } from "../customer.service.js";
import { isTaxIdTaken, throwDuplicate } from "../identity/throwDuplicate.js";
import type { CustomerIdsInput } from "./lifecycle.input.js";

/** How many customers can be named at once. */
export const MAX_CUSTOMERS = 1000;

const idsOf = ({ ids }: CustomerIdsInput) => parseIds(ids, MAX_CUSTOMERS);

/** A customer in the trash that can still be restored; null where there is none. */
export async function findDeletedCustomer(context: Context, id: string): Promise<Customer | null> {
  const [customer] = await context.db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers r
      WHERE r.id = ${id}::uuid AND ${restorable} AND ${notMerged}`,
  );
  return customer ?? null;
}

/** Hides customers and keeps all that they have; those that are archived stay so. Throws NotFound and Invalid. */
export async function archiveCustomers(
  context: Context,
  input: CustomerIdsInput,
): Promise<Customer[]> {
  const customers = await lockRecords(context, customerSubject, idsOf(input));
  const revisions = customers.map((current): Revision<Customer> => {
    if (current.status === "ARCHIVED") return { current, values: {} };
    return { current, values: { status: "ARCHIVED", statusBeforeArchive: current.status } };
  });
  return updateRecords(context, customerSubject, revisions, "archived");
}

/** The reasons for which the nouns that customers have let none of these be deleted. */
async function reasonsToKeep(
  context: Context,
  customers: readonly Customer[],
): Promise<ReadonlyMap<string, string>> {
  const ids = customers.map(({ id }) => id);
  const { permissions } = context.actor;
  const looks = context.app.registry.ownedRecords.flatMap(
    ({ type, restrictsDelete, permission }): Sql[] =>
      restrictsDelete === undefined
        ? []
        : [
            sql`
            SELECT k.id, ${permissions.has(permission) ? restrictsDelete : "has_kept_records"}::text AS reason FROM unnest(${ids}::uuid[]) AS k (id)
            WHERE EXISTS (
              SELECT 1 FROM ${raw(`"${tableOf(type)}"`)} b WHERE b.customer_id = k.id AND b.deleted_at IS NULL)`,
          ],
  );
  if (looks.length === 0) return new Map();
  const rows = await context.db.rows<{ id: string; reason: string }>(join(looks, " UNION ALL "));
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}

/**
 * Puts customers into the trash, and with them all that they have out of sight. Throws NotFound, and
 * Invalid that names each one that can only be archived; then none is deleted.
 */
export async function deleteCustomers(
  context: Context,
  input: CustomerIdsInput,
): Promise<Customer[]> {
  const customers = await lockRecords(context, customerSubject, idsOf(input));
  const reasons = await reasonsToKeep(context, customers);
  const issues = customers.flatMap(({ id, number, legalName }, index) => {
    const code = reasons.get(id);
    return code === undefined
      ? []
      : [{ path: `ids.${index}`, code, params: { number, legalName } }];
  });
  if (issues.length > 0) throw new Invalid(issues);
  const revisions = customers.map((current) => ({ current, values: { deletedAt: context.now } }));
  return updateRecords(context, customerSubject, revisions, "deleted");
}

/**
 * Brings customers back with all that they have: from the trash as they were when they went there,
 * else from the archive. Throws NotFound after 30 days in the trash, and Duplicate where another
 * customer has the tax ID by now.
 */
export async function restoreCustomers(
  context: Context,
  input: CustomerIdsInput,
): Promise<Customer[]> {
  const visible = sql`(r.deleted_at IS NULL OR (${restorable} AND ${notMerged}))`;
  const customers = await lockRecords(context, customerSubject, idsOf(input), visible);
  const revisions = customers.map((current): Revision<Customer> => {
    if (current.deletedAt !== null) return { current, values: { deletedAt: null } };
    if (current.status !== "ARCHIVED") return { current, values: {} };
    const status = current.statusBeforeArchive ?? "ACTIVE";
    return { current, values: { status, statusBeforeArchive: null } };
  });
  try {
    return await context.attempt(() =>
      updateRecords(context, customerSubject, revisions, "restored"),
    );
  } catch (error) {
    if (!isTaxIdTaken(error)) throw error;
    return throwDuplicate(context, customers, error);
  }
}
