import { hasLocation } from "@clientela/shared/customers/fields";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { selectList } from "../../../platform/database/columns.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Invalid, type Issue } from "../../../platform/errors.js";
import type { Values } from "../../../platform/records/write.js";
import {
  changesOf,
  insertRecords,
  type Revision,
  updateRecords,
} from "../../../platform/records/writeMany.js";
import { userById } from "../../accounts/user.loaders.js";
import { Customer } from "../customer.entity.js";
import { customerSubject } from "../customer.service.js";
import type { ExternalId } from "../identity/externalId.type.js";
import { MAX_CUSTOMERS } from "../lifecycle/lifecycle.service.js";
import type { UpsertCustomersInput } from "./upsert.input.js";
import {
  type Creation,
  externalIdKey,
  planItems,
  type Step,
  taxIdKey,
  wishesOf,
} from "./upsertPlan.js";

/** What an upsert can do with an item. */
export const UPSERT_STATUSES = ["CREATED", "UPDATED", "UNCHANGED", "FAILED"] as const;

/** The result of one item. */
export interface Upserted {
  status: (typeof UPSERT_STATUSES)[number];
  record: Customer | null;
  issues: readonly Issue[];
  /** What was written all the same, and should be looked at. */
  warnings: readonly Issue[];
  /** Who has the tax ID that the item wanted. */
  existing: Customer | null;
}

const TRIES = 3;

/**
 * Makes and changes customers by their ids in another system: what is wrong with an item keeps that
 * item out and no other. Returns one result per item, in order; as many statements as for one item.
 */
export async function upsertCustomers(
  context: Context,
  { items }: UpsertCustomersInput,
): Promise<Upserted[]> {
  if (items.length > MAX_CUSTOMERS) {
    throw new Invalid([{ path: "items", code: "too_many", params: { max: MAX_CUSTOMERS } }]);
  }
  for (let tries = 1; ; tries += 1) {
    try {
      return await context.attempt(() => upsertOnce(context, items));
    } catch (error) {
      // Another writer took an id or a tax ID since it was looked for: look again.
      if (brokenUniqueIndex(error) === null || tries === TRIES) throw error;
    }
  }
}

async function upsertOnce(
  context: Context,
  items: UpsertCustomersInput["items"],
): Promise<Upserted[]> {
  const customers = await lockKnown(
    context,
    items.map(({ externalId: { source, value } }) => ({
      source: source.trim(),
      value: value.trim(),
    })),
  );
  const wishes = items.map(wishesOf);
  const steps = planItems(items, {
    customers,
    owners: await activeUsers(context, wishes),
    holders: await taxIdHolders(context, wishes),
  });
  const made = await create(context, steps);
  const changed = await update(context, steps);
  const written = (one: Creation | Customer) =>
    one instanceof Customer ? (changed.get(one.id) ?? one) : (made.get(one) ?? null);
  const mayRead = context.actor.permissions.has("customers:read");
  return steps.map((step) => resultOf(step, written, mayRead));
}

function resultOf(
  step: Step,
  written: (one: Creation | Customer) => Customer | null,
  mayRead: boolean,
): Upserted {
  const done = (status: Upserted["status"], one: Creation | Customer): Upserted => ({
    status,
    record: written(one),
    issues: [],
    warnings: [],
    existing: null,
  });
  switch (step.kind) {
    case "create":
      return {
        ...done("CREATED", step),
        warnings: hasLocation(step.values) ? [] : [{ path: "address", code: "address_missing" }],
      };
    case "again":
      return done(step.changes ? "UPDATED" : "UNCHANGED", step.creation);
    case "update":
      return done(isChange(step) ? "UPDATED" : "UNCHANGED", step.current);
    case "refuse":
      return {
        status: "FAILED",
        record: null,
        issues: step.issues,
        warnings: [],
        existing: null,
      };
    case "taken":
      return refused(mayRead ? written(step.holder) : null);
  }
}

function refused(existing: Customer | null): Upserted {
  const { number = "", legalName = "" } = existing ?? {};
  const issue = existing
    ? { path: "taxId", code: "tax_id_taken", params: { number, legalName } }
    : { path: "taxId", code: "taken" };
  return { status: "FAILED", record: null, issues: [issue], warnings: [], existing };
}

const isChange = ({ current, values }: Revision<Customer>) => changesOf(current, values).length > 0;

const rowsOf = (ids: readonly ExternalId[]): Sql =>
  sql`unnest(${ids.map(({ source }) => source)}::text[], ${ids.map(({ value }) => value)}::text[])`;

async function lockKnown(
  context: Context,
  ids: readonly ExternalId[],
): Promise<ReadonlyMap<string, Customer>> {
  const rows = await context.db.rowsOf(
    Customer as new () => Customer & { source: string; externalId: string },
    sql`
      SELECT ${selectList(Customer, "r")}, e.source, e.external_id AS "externalId"
      FROM customer_external_ids e JOIN customers r ON r.id = e.customer_id
      WHERE (e.source, e.external_id) IN (SELECT * FROM ${rowsOf(ids)}) AND r.deleted_at IS NULL
      ORDER BY r.id FOR UPDATE OF r`,
  );
  return new Map(
    rows.map((row) => [externalIdKey({ source: row.source, value: row.externalId }), row]),
  );
}

async function activeUsers(
  context: Context,
  wishes: readonly Values<Customer>[],
): Promise<ReadonlySet<string>> {
  const ids = new Set(wishes.flatMap(({ ownerId }) => ownerId ?? []));
  const users = await Promise.all([...ids].map((id) => context.load(userById, id)));
  return new Set(users.flatMap((user) => (user && !user.disabledAt ? [user.id] : [])));
}

async function taxIdHolders(
  context: Context,
  wishes: readonly Values<Customer>[],
): Promise<ReadonlyMap<string, Customer>> {
  const wanted = wishes.filter((values) => taxIdKey(values) !== null);
  if (wanted.length === 0) return new Map();
  const rows = await context.db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers r
      JOIN (SELECT DISTINCT * FROM unnest(
        ${wanted.map(({ taxIdCountry }) => taxIdCountry)}::text[],
        ${wanted.map(({ taxIdValue }) => taxIdValue)}::text[])) w (country, value)
        ON r.tax_id_country = w.country AND r.tax_id_value = w.value
      WHERE r.deleted_at IS NULL`,
  );
  return new Map(rows.flatMap((row) => [[taxIdKey(row) ?? "", row]]));
}

async function create(
  context: Context,
  steps: readonly Step[],
): Promise<ReadonlyMap<Creation, Customer>> {
  const creations = steps.filter((step) => step.kind === "create");
  if (creations.length === 0) return new Map();
  const ids = creations.map((one) => one.externalId);
  const made = await insertRecords(
    context,
    customerSubject,
    creations.map(({ values }) => values),
    (index) => {
      const { source, value } = ids[index] ?? {};
      return [{ field: "externalIds", old: [], new: [`${source}:${value}`] }];
    },
  );
  // A customer in the trash gives its ids up.
  await context.db.execute(sql`
    DELETE FROM customer_external_ids e USING customers c
    WHERE c.id = e.customer_id AND c.deleted_at IS NOT NULL 
      AND (e.source, e.external_id) IN (SELECT * FROM ${rowsOf(ids)})`);
  await context.db.execute(sql`
    INSERT INTO customer_external_ids (customer_id, source, external_id)
    SELECT u.customer_id, u.source, u.external_id
    FROM unnest(${made.map(({ id }) => id)}::uuid[], ${ids.map(({ source }) => source)}::text[], ${ids.map(({ value }) => value)}::text[])
      AS u (customer_id, source, external_id)
    ORDER BY u.source, u.external_id`);
  return new Map(creations.flatMap((step, index) => (made[index] ? [[step, made[index]]] : [])));
}

// Several items can mean one customer, which is then changed once.
async function update(
  context: Context,
  steps: readonly Step[],
): Promise<ReadonlyMap<string, Customer>> {
  const byId = new Map<string, Revision<Customer>>();
  for (const step of steps) {
    if (step.kind !== "update") continue;
    const { current, values } = step;
    const earlier = byId.get(current.id);
    byId.set(current.id, {
      current: earlier?.current ?? current,
      values: { ...earlier?.values, ...values },
    });
  }
  const rows = await updateRecords(context, customerSubject, [...byId.values()], "updated");
  return new Map(rows.map((row) => [row.id, row]));
}
