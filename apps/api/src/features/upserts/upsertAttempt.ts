import { externalId as externalIdRules } from "@clientela/shared/records/externalIds";
import type { Context } from "../../platform/context.js";
import { Invalid, type Issue } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { externalIdsChange } from "../../platform/records/externalIds.js";
import { differences, type Values } from "../../platform/records/write.js";
import { insertRecords, lockFound, updateRecords } from "../../platform/records/writeMany.js";
import type { Customer } from "../customers/customer.entity.js";
import { type PlacedKey, placedKey } from "../customers/identity/customerKeySql.js";
import type { UpsertStatus } from "../customers/upsert/upsertResult.type.js";
import { claimIds, releaseIds } from "./claimIds.js";
import { type LockedOwners, lockOwners } from "./lockOwners.js";
import {
  assignValues,
  type UpsertEntry,
  type UpsertedRow,
  type UpsertItem,
  type UpsertKind,
  type UpsertPlan,
  type WrittenEntry,
} from "./upsertKind.js";

/** The result of one item. */
export interface Upserted<Row> {
  status: UpsertStatus;
  record: Row | null;
  issues: readonly Issue[];
}

type Planned<Row> =
  | { entry: UpsertEntry<Row>; status: Exclude<UpsertStatus, "FAILED"> }
  | { issues: readonly Issue[] };

/** One attempt to write the items of a call. */
export class UpsertAttempt<Row extends UpsertedRow, Item extends UpsertItem> {
  private readonly entries = new Map<string, UpsertEntry<Row>>();
  private readonly issues = new Map<number, readonly Issue[]>();
  private owners: LockedOwners = { byPlace: new Map(), byId: new Map() };

  constructor(
    private readonly context: Context,
    private readonly kind: UpsertKind<Row, Item>,
    private readonly source: string,
    private readonly items: readonly Item[],
  ) {}

  async run(): Promise<Upserted<Row>[]> {
    const { context, kind, source, items } = this;
    const ids = this.eachOf((item) =>
      parseInput(externalIdRules, { source, value: item.externalId }),
    );
    const keys = this.eachOf((item, place) => this.keyOf(item, place));
    const claims = await claimIds(
      context,
      kind.subject.name,
      source,
      ids.flatMap((id) => id?.value ?? []),
    );
    for (const [value, { recordId: id, isNew }] of claims) {
      const externalId = { source, value };
      const empty = { stored: null, row: null, values: {}, customer: null };
      this.entries.set(value, { id, externalId, isNew, ...empty });
    }
    const entries = [...this.entries.values()];
    const storedIds = entries.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
    this.owners = await lockOwners(context, {
      keys: keys.flatMap((key) => key ?? []),
      table: kind.subject.type,
      recordIds: storedIds,
      takeTurns: kind.locksCustomers?.(items) ?? false,
    });
    const plan = await kind.open(context, {
      source,
      items,
      entries,
      customers: [...this.owners.byId.values()],
    });
    await this.readStored(storedIds);
    await plan.read?.();
    const planned = items.map((item, place) =>
      this.planned(plan, item, place, this.entries.get(ids[place]?.value ?? "")),
    );
    await releaseIds(
      context,
      entries.flatMap(({ id, isNew, row }) => (isNew && !row ? [id] : [])),
    );
    const rows = await this.write(plan);
    return planned.map((one) =>
      "issues" in one
        ? { status: "FAILED", record: null, issues: one.issues }
        : {
            status: one.status,
            record: rows.get(one.entry.id) ?? one.entry.stored,
            issues: [],
          },
    );
  }

  // What each item comes to; an item that is malformed has issues from then on.
  private eachOf<Value>(read: (item: Item, place: number) => Value): (Value | undefined)[] {
    return this.items.map((item, place) => {
      try {
        return read(item, place);
      } catch (error) {
        if (!(error instanceof Invalid)) throw error;
        const before = this.issues.get(place) ?? [];
        this.issues.set(place, [...before, ...error.issues.map(ofItem)]);
        return undefined;
      }
    });
  }

  private keyOf({ customer }: Item, place: number): PlacedKey | undefined {
    if (customer == null) return undefined;
    const { id = null, number = null, taxId = null, externalId: value } = customer;
    const externalId = value == null ? null : { source: this.source, value };
    return placedKey({ id, number, taxId, externalId }, place, "customer");
  }

  private async readStored(ids: readonly string[]): Promise<void> {
    const rows = await lockFound(this.context, this.kind.subject, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const entry of this.entries.values()) {
      const row = byId.get(entry.id);
      if (!row) continue;
      entry.stored = row;
      entry.row = row;
      entry.customer = this.owners.byId.get(row.customerId) ?? null;
    }
  }

  private planned(
    plan: UpsertPlan<Row, Item>,
    item: Item,
    place: number,
    entry: UpsertEntry<Row> | undefined,
  ): Planned<Row> {
    const malformed = this.issues.get(place);
    if (malformed) return { issues: malformed };
    if (!entry || (!entry.isNew && !entry.stored)) {
      return { issues: [{ path: "externalId", code: "taken" }] };
    }
    const { customer, row: before } = entry;
    try {
      entry.customer = this.customerOf(item, place, entry);
      const { values, changesMore = false } = plan.change(item, entry);
      return { entry, status: this.take(entry, before, values, changesMore) };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      entry.customer = customer;
      return { issues: error.issues };
    }
  }

  private customerOf({ customer }: Item, place: number, entry: UpsertEntry<Row>): Customer | null {
    if (!this.kind.takesCustomer) return null;
    const named = this.owners.byPlace.get(place);
    if (customer && !named) {
      const [key] = Object.entries(customer).find(([, value]) => value != null) ?? ["id"];
      throw new Invalid([{ path: `customer.${key}`, code: "unknown_record" }]);
    }
    const current = entry.row?.customerId;
    if (!named && current === undefined) {
      throw new Invalid([{ path: "customer", code: "required" }]);
    }
    if (named && current !== undefined && named.id !== current) {
      throw new Invalid([{ path: "customer", code: "immutable" }]);
    }
    return named ?? entry.customer;
  }

  private take(
    entry: UpsertEntry<Row>,
    before: Row | null,
    values: Values<Row>,
    changesMore: boolean,
  ): Exclude<UpsertStatus, "FAILED"> {
    const { type } = this.kind.subject;
    if (!before) {
      const owner = entry.customer ? { customerId: entry.customer.id } : {};
      entry.row = Object.assign(new type(), { id: entry.id });
      assignValues(entry, { ...this.kind.defaults, ...defined(values), ...owner });
      return "CREATED";
    }
    assignValues(entry, defined(values));
    const isChanged = entry.row !== null && differences(type, before, entry.row).length > 0;
    return isChanged || changesMore ? "UPDATED" : "UNCHANGED";
  }

  private async write(plan: UpsertPlan<Row, Item>): Promise<Map<string, Row>> {
    const { context, kind } = this;
    const all = [...this.entries.values()].filter(({ row }) => row !== null);
    await plan.beforeWrite?.(all);
    const updated = all.flatMap((entry) =>
      entry.stored ? [{ entry, current: entry.stored }] : [],
    );
    const updatedRows = await updateRecords(
      context,
      kind.subject,
      updated.map(({ entry, current }) => ({
        current,
        values: changedValues(kind.subject.type, entry),
        relatedChanges: plan.relatedChanges?.(entry) ?? [],
      })),
      "updated",
    );
    const made = all.filter(({ stored }) => stored === null);
    const madeRows = await insertRecords(
      context,
      kind.subject,
      made.map(({ id, values }) => ({ id, ...values })),
      (index) => {
        const entry = made[index];
        if (!entry) return [];
        const more = plan.relatedChanges?.(entry) ?? [];
        return [...more, ...externalIdsChange([], [entry.externalId])];
      },
    );
    const rows: WrittenEntry<Row>[] = [
      ...updated.flatMap(({ entry }, index) => written(entry, updatedRows[index])),
      ...made.flatMap((entry, index) => written(entry, madeRows[index])),
    ];
    const again = (await plan.afterWrite?.(rows)) ?? [];
    return new Map([...rows.map(({ row }) => row), ...again].map((row) => [row.id, row]));
  }
}

const written = <Row>(entry: UpsertEntry<Row>, row: Row | undefined): WrittenEntry<Row>[] =>
  row ? [{ entry, row }] : [];

// An item calls `externalId` what an external id calls its value.
const ofItem = (issue: Issue): Issue =>
  issue.path === "value" ? { ...issue, path: "externalId" } : issue;

const defined = <Row>(values: Values<Row>): Values<Row> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Values<Row>;

// Values in another notation, such as 1.50 for 1.5, are none.
function changedValues<Row extends UpsertedRow>(
  type: new () => Row,
  { stored, row, values }: UpsertEntry<Row>,
): Values<Row> {
  const fields = new Set(differences(type, stored ?? {}, row ?? {}).map(({ field }) => field));
  return Object.fromEntries(
    Object.entries(values).filter(([field]) => fields.has(field)),
  ) as Values<Row>;
}
