import type { RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import type { Sql } from "sql-template-tag";
import type { ClassType } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { ExternalId } from "../../platform/records/externalId.type.js";
import type { FieldChange } from "../../platform/records/history.js";
import type { Subject, Values } from "../../platform/records/write.js";
import type { StoredRecord } from "../../platform/types/record.js";
import type { Customer } from "../customers/customer.entity.js";
import type { CustomerReferenceInput } from "./upsertItem.input.js";

/** A record that other systems can write. */
export type UpsertedRow = StoredRecord & { customerId: string };

/** A record as another system has it; the other fields are those of the kind. */
export interface UpsertItem {
  externalId: string;
  customer?: CustomerReferenceInput | null;
}

/** A record that items of a call name. */
export interface UpsertEntry<Row> {
  readonly id: string;
  readonly externalId: ExternalId;
  readonly isNew: boolean;
  /** As it is stored; null for a new one. */
  stored: Row | null;
  /** As the items so far leave it; null for a new one that no item made yet. */
  row: Row | null;
  /** What they change of it. */
  values: Values<Row>;
  /** Whose it is, where the caller sees them. */
  customer: Customer | null;
}

/** Gives an entry values, next to those that it has. */
export function assignValues<Row extends object>(
  entry: UpsertEntry<Row>,
  values: Values<Row>,
): void {
  entry.values = { ...entry.values, ...values };
  const { row } = entry;
  entry.row = row && Object.assign(Object.create(Object.getPrototypeOf(row)), row, values);
}

/** An item's changes of an entry. */
export interface UpsertChange<Row> {
  values: Values<Row>;
  /** Whether it changes rows that belong to the record, such as lines. */
  changesMore?: boolean;
}

/** A record after it was written. */
export interface WrittenEntry<Row> {
  entry: UpsertEntry<Row>;
  row: Row;
}

/** What one call is about. */
export interface UpsertBatch<Row, Item> {
  source: string;
  items: readonly Item[];
  entries: readonly UpsertEntry<Row>[];
  /** The customers of the items and of records that exist, as far as the caller sees them. */
  customers: readonly Customer[];
}

/** How a kind checks and writes the items of one call; no method may run statements for each item. */
export interface UpsertPlan<Row, Item> {
  /** Reads what belongs to stored entries, which are locked by now. */
  read?(): Promise<void>;
  /** An item's changes. Throws Invalid, and has kept nothing then. */
  change(item: Item, entry: UpsertEntry<Row>): UpsertChange<Row>;
  /** What else the history records with an entry. */
  relatedChanges?(entry: UpsertEntry<Row>): readonly FieldChange[];
  /** Runs before entries are written, and may add to their values. */
  beforeWrite?(entries: readonly UpsertEntry<Row>[]): Promise<void>;
  /** Writes what belongs to entries; returns the records that changed once more. */
  afterWrite?(written: readonly WrittenEntry<Row>[]): Promise<readonly Row[]>;
}

/** How records of a kind go to the trash. */
export interface KindTrash {
  /** Moves locked records there, with what belongs to them. */
  move(context: Context, ids: readonly string[]): Promise<unknown>;
  /** A condition on `r` for those that cannot go there, and the code of the reason. */
  kept?: { when: Sql; code: string };
}

/** A kind of record that other systems can write many of at once. */
export interface UpsertKind<Row extends UpsertedRow, Item extends UpsertItem> {
  /** The mutation is `upsert` and this. */
  plural: string;
  subject: Subject<Row, RecordTypeWith<"created" | "updated">>;
  permission: Permission;
  item: ClassType<Item>;
  /** Values of new records for columns that some of them leave out. */
  defaults: Values<Row>;
  /** Whether items name a customer; otherwise `change` says whose a record is, as `customerId`. */
  takesCustomer: boolean;
  /** Whether writes with the same customers must take turns. */
  locksCustomers?(items: readonly Item[]): boolean;
  /** Absent for what is never deleted. */
  trash?: KindTrash;
  /** Begins a call: reads and locks what its items refer to. */
  open(context: Context, batch: UpsertBatch<Row, Item>): Promise<UpsertPlan<Row, Item>>;
}
