import { hasLocation } from "@clientela/shared/customers/customerFields";
import { storedForm } from "@clientela/shared/values/textRules";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { selectList } from "../../../platform/database/columns.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Invalid, type Issue } from "../../../platform/errors.js";
import type { ExternalId } from "../../../platform/records/externalId.type.js";
import {
  externalIdKey,
  externalIdsChange,
  externalIdsOfAll,
} from "../../../platform/records/externalIds.js";
import type { Values } from "../../../platform/records/write.js";
import {
  changesOf,
  insertRecords,
  type Revision,
  updateRecords,
} from "../../../platform/records/writeMany.js";
import { activeUsersAmong } from "../../accounts/sessions/activeUser.js";
import { Customer } from "../customer.entity.js";
import { customerSubject, withOwner } from "../customer.service.js";
import { GroupTree, joinGroup, lockGroups } from "../groups/groupTree.js";
import { taxIdsOf } from "../identity/taxId.js";
import { MAX_CUSTOMERS } from "../lifecycle/lifecycle.service.js";
import type { UpsertCustomersInput } from "./upsert.input.js";
import {
  type Creation,
  type HiddenKeys,
  type Holder,
  type Known,
  planItems,
  type Step,
  taxIdKeys,
  wishesOf,
} from "./upsertPlan.js";
import type { UpsertStatus } from "./upsertResult.type.js";

/** The result of one item. */
export interface Upserted {
  status: UpsertStatus;
  record: Customer | null;
  issues: readonly Issue[];
  /** What was written all the same, and should be looked at. */
  warnings: readonly Issue[];
  /** Who has the tax ID that the item wanted. */
  existing: Customer | null;
}

const TRIES = 3;
const NOTHING_HIDDEN: HiddenKeys = { externalIds: new Set(), taxIds: new Set() };

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
  const wishes = items.map(wishesOf);
  const mayRead = context.actor.permissions.has("customers:read");
  const ids = items.map(({ externalId: { source, value } }) => ({
    source: storedForm(source),
    value: storedForm(value),
  }));
  if (wishes.some(({ parentId }) => parentId != null)) await lockGroups(context);
  const known = await lockKnown(context, ids, wishes, mayRead);
  const tree = await GroupTree.above(context, [
    ...wishes.map(({ parentId }) => parentId),
    ...known.parents,
  ]);
  const steps = planItems(items, {
    ...known,
    owners: await activeUsersAmong(
      context,
      wishes.map(({ ownerId }) => ownerId),
    ),
    hidden: await hiddenKeys(context, ids, wishes),
    join: (current, values) => joinGroup(context, tree, current, values),
  });
  const made = await create(context, steps);
  const changed = await update(context, steps, known);
  const written = (one: Creation | Customer) =>
    one instanceof Customer ? (changed.get(one.id) ?? one) : (made.get(one) ?? null);
  return steps.map((step) => resultOf(step, written, mayRead));
}

function resultOf(
  step: Step,
  written: (one: Creation | Customer) => Customer | null,
  mayRead: boolean,
): Upserted {
  const done = (status: UpsertStatus, one: Creation | Customer): Upserted => ({
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
      return done(step.adopted || isChange(step) ? "UPDATED" : "UNCHANGED", step.current);
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

// Ids as the index of live ids has them.
const indexed = (ids: readonly ExternalId[]): Sql => sql`(
  SELECT lower(i.source), i.value
  FROM unnest(${ids.map(({ source }) => source)}::text[], ${ids.map(({ value }) => value)}::text[]) AS i (source, value))`;

/** What is known of the items' ids and tax IDs. */
type KnownCustomers = Pick<Known, "customers" | "holders"> & {
  /** What they belong to. */
  parents: readonly (string | null)[];
};

// All of them are locked at once and in one order, so that no two callers wait for each other.
async function lockKnown(
  context: Context,
  ids: readonly ExternalId[],
  wishes: readonly Values<Customer>[],
  mayBeMeant: boolean,
): Promise<KnownCustomers> {
  const wanted = wishes.flatMap(taxIdsOf);
  const rows = await context.db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers r
      WHERE r.deleted_at IS NULL AND r.id IN (
        SELECT e.customer_id FROM customer_external_ids e
        WHERE (lower(e.source), e.external_id) IN ${indexed(ids)}
        UNION ALL SELECT t.customer_id FROM unnest(
          ${wanted.map(({ country }) => country)}::text[],
          ${wanted.map(({ value }) => value)}::text[]) w (country, value)
        JOIN customer_tax_ids t ON t.country = w.country AND t.value = w.value
        UNION ALL SELECT unnest(${wishes.flatMap(({ parentId }) => parentId ?? [])}::uuid[]))
      ORDER BY r.id FOR UPDATE OF r`,
  );
  // Read once they are locked, so that no writer adds one meanwhile.
  const known = await externalIdsOfAll(
    context,
    rows.map(({ id }) => id),
  );
  const pairs = rows.map((customer, index) => ({ customer, externalIds: known[index] ?? [] }));
  return {
    parents: rows.map(({ parentId }) => parentId),
    customers: new Map(
      pairs.flatMap(({ customer, externalIds }) =>
        externalIds.map((id) => [externalIdKey(id), customer]),
      ),
    ),
    holders: new Map(
      pairs.flatMap(({ customer, externalIds }): [string, Holder][] => {
        const holder = { customer, externalIds, mayBeMeant };
        return taxIdKeys(customer).map((key) => [key, holder]);
      }),
    ),
  };
}

// What the unique indexes would refuse, without a word on who has it.
async function hiddenKeys(
  { db, actor }: Context,
  ids: readonly ExternalId[],
  wishes: readonly Values<Customer>[],
): Promise<HiddenKeys> {
  if (!actor.scope) return NOTHING_HIDDEN;
  const wanted = wishes.flatMap(taxIdsOf);
  const isHidden = sql`c.deleted_at IS NULL AND c.id NOT IN (SELECT id FROM customers)`;
  const byId = await db.rows<ExternalId>(sql`
    SELECT e.source, e.external_id AS value
    FROM public.customer_external_ids e JOIN public.customers c ON c.id = e.customer_id
    WHERE (lower(e.source), e.external_id) IN ${indexed(ids)} AND ${isHidden}`);
  const byTaxId = await db.rows<{ key: string }>(sql`
    SELECT t.country || ' ' || t.value AS key FROM public.customer_tax_ids t JOIN public.customers c ON c.id = t.customer_id
    WHERE (t.country, t.value) IN (SELECT * FROM unnest(
        ${wanted.map(({ country }) => country)}::text[],
        ${wanted.map(({ value }) => value)}::text[])) AND ${isHidden}`);
  return {
    externalIds: new Set(byId.map(externalIdKey)),
    taxIds: new Set(byTaxId.map(({ key }) => key)),
  };
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
    creations.map(({ values }) => withOwner(context, values)),
    (index) => {
      const { source, value } = ids[index] ?? {};
      return [{ field: "externalIds", old: [], new: [`${source}:${value}`] }];
    },
  );
  await insertIds(
    context,
    ids.flatMap((id, index) => (made[index] ? [{ customerId: made[index].id, id }] : [])),
  );
  return new Map(creations.flatMap((step, index) => (made[index] ? [[step, made[index]]] : [])));
}

async function insertIds(
  context: Context,
  given: readonly { customerId: string; id: ExternalId }[],
): Promise<void> {
  const rows = given.map(({ customerId, id }) => ({ ...id, customerId }));
  await context.db.execute(sql`
    INSERT INTO external_ids AS x (record_type, record_id, source, value)
    SELECT ${customerSubject.name}, u."customerId", u.source, u.value
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS u ("customerId" uuid, source text, value text)
    ORDER BY u.source, u.value
    ON CONFLICT (record_id, lower(source), value) DO UPDATE SET live = true WHERE NOT x.live`);
}

// Several items can mean one customer, which is then changed once.
async function update(
  context: Context,
  steps: readonly Step[],
  { holders }: KnownCustomers,
): Promise<ReadonlyMap<string, Customer>> {
  const updates = steps.filter((step) => step.kind === "update");
  const adopted = updates.flatMap(({ current, adopted: id }) =>
    id ? [{ customerId: current.id, id }] : [],
  );
  const byId = new Map<string, Revision<Customer>>();
  for (const { current, values } of updates) {
    const earlier = byId.get(current.id);
    byId.set(current.id, {
      current: earlier?.current ?? current,
      values: { ...earlier?.values, ...values },
    });
  }
  if (adopted.length > 0) await insertIds(context, adopted);
  for (const { customer, externalIds } of holders.values()) {
    const ids = adopted.flatMap(({ customerId, id }) => (customerId === customer.id ? [id] : []));
    const revision = byId.get(customer.id);
    if (revision && ids.length > 0)
      revision.relatedChanges = externalIdsChange(externalIds, [...externalIds, ...ids]);
  }
  const rows = await updateRecords(context, customerSubject, [...byId.values()], "updated");
  return new Map(rows.map((row) => [row.id, row]));
}
