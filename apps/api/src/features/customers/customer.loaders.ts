import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { NotFound } from "../../platform/errors.js";
import { ColumnSelection } from "../../platform/lists/columnSelection.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import { Metric } from "../../platform/lists/metrics.js";
import type { BatchLoader } from "../../platform/readContext.js";
import { rowsById } from "../../platform/records/byId.js";
import { partsByOwner } from "../../platform/records/parts.js";
import { AddressRecord } from "./addresses/address.entity.js";
import { type Address, furtherAddress } from "./addresses/address.type.js";
import { Customer } from "./customer.entity.js";

const liveById = rowsById(Customer);

/** Customers by id; the id of a merged customer resolves to the survivor. */
export const customerById: BatchLoader<
  string,
  ColumnSelection<Customer> | undefined,
  Customer | null
> = async (ids, selection, reading) => {
  const found = await liveById(ids, selection, reading);
  const missing = ids.filter((_id, index) => found[index] === null);
  if (missing.length === 0) return found;
  const columns = selection ?? ColumnSelection.all(Customer);
  const rows = await reading.db.rowsOf<Customer, { requestedId: string }>(
    columns,
    sql`
      SELECT ${columns.selectList("r")}, m.id AS "requestedId"
      FROM merged_customers m JOIN customers r ON r.id = m.survivor_id
      WHERE m.id = ANY(${missing}::uuid[]) AND r.deleted_at IS NULL`,
  );
  const byRequestedId = new Map(rows.map((row) => [row.requestedId, row]));
  return found.map((customer, index) => customer ?? byRequestedId.get(ids[index] ?? "") ?? null);
};

/** Whether callers see customers, those in the trash and merged ones included. */
export const isSeenById: BatchLoader<string, undefined, boolean> = async (ids, _, { db }) => {
  const rows = await db.rows<{ id: string }>(sql`
    SELECT r.id FROM customers r WHERE ${isOneOfKeys(sql`r.id`, ids)}
    UNION SELECT m.id FROM merged_customers m WHERE ${isOneOfKeys(sql`m.id`, ids)}`);
  const seen = new Set(rows.map(({ id }) => id));
  return ids.map((id) => seen.has(id));
};

/** What customers are called, also for viewers who see no more of them: for records that show it. */
export const customerNameById: BatchLoader<string, undefined, string | null> = async (
  ids,
  _,
  { db },
) => {
  const rows = await db.rows<{ id: string; name: string }>(sql`
    SELECT r.id, coalesce(r.trade_name, r.legal_name) AS name FROM public.customers r
    WHERE ${isOneOfKeys(sql`r.id`, ids)} AND r.deleted_at IS NULL`);
  const byId = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The ids of the customers that were merged into the customer `k.id`. */
export const mergedInto = sql`SELECT m.id FROM merged_customers m WHERE m.survivor_id = k.id`;

/** The customer that a record belongs to. Throws NotFound if it was deleted. */
export async function customerOf(
  context: Context,
  customerId: string,
  selection?: ColumnSelection<Customer>,
): Promise<Customer> {
  const customer = await context.load(customerById, customerId, selection);
  if (!customer) throw new NotFound(Customer.name, customerId);
  return customer;
}

/**
 * Matches rows `r` whose customer is not deleted. Whoever sees the row needs not see the customer: a task is seen by
 * whoever is to do it.
 */
export const ofLiveCustomer = sql`EXISTS (
  SELECT 1 FROM public.customers c WHERE c.id = r.customer_id AND c.deleted_at IS NULL)`;

/** The same, and whose customer is not archived either. */
export const ofCurrentCustomer = sql`EXISTS (
  SELECT 1 FROM public.customers c
  WHERE c.id = r.customer_id AND c.deleted_at IS NULL AND c.status <> 'ARCHIVED')`;

/** The billing and delivery addresses of customers. */
export const addressesByCustomer = partsByOwner(AddressRecord, "customer_id", sql`r.kind, r.id`);

const liveAddressById = rowsById(AddressRecord, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** Billing and delivery addresses by id. */
export const addressById: BatchLoader<string, undefined, Address | null> = async (
  ids,
  selection,
  reading,
) => (await liveAddressById(ids, selection, reading)).map((row) => row && furtherAddress(row));

/**
 * Matches history entries `a` that count as activity: those that every reader of customers may read, which concern
 * the customer, its notes, conversations, addresses and contacts. Counting others would reveal that they exist.
 */
export const isActivity = sql`a.record_type IN ('Customer', 'Address', 'Contact', 'Note', 'Conversation')`;

/** Selects the time of a customer's last activity as `at`; no row if there was none. */
export const lastActivityOf = (customerId: Sql): Sql => sql`
  SELECT a.created_at AS at FROM activity a WHERE a.customer_id = ${customerId} AND ${isActivity}
  ORDER BY a.id DESC LIMIT 1`;

/** The time of a customer's last activity. */
export const lastActivity = new Metric<{ at: string | null }>(
  "lastActivity",
  "Customer",
  () => sql`SELECT max(l.at) AS at FROM (${lastActivityOf(sql`k.id`)}) l`,
);

/** Matches customers `r` in the trash that were deleted, not merged. */
export const notMerged = sql`NOT EXISTS (SELECT 1 FROM merged_customers m WHERE m.id = r.id)`;
