import type { RecordType } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import type { FastifyInstance } from "fastify";
import type { Sql } from "sql-template-tag";
import type { ClassType } from "type-graphql";
import type { App } from "./app.js";
import type { Context, ViewerBatchLoader } from "./context.js";
import type { AppendOnly } from "./database/connections/servingRole.js";
import type { ScopedTables, VisibleRows } from "./database/recordScope.js";
import type { ExtensibleList, ListExtension } from "./graph/listExtension.js";
import type { Messages } from "./graph/messages.js";
import type { StoredKind } from "./installation/storedKind.js";
import type { JobHandlers } from "./jobs/jobs.js";
import type { Metric } from "./lists/metrics.js";
import type { Eraser } from "./records/eraser.js";
import type { ExternalIdWrites } from "./records/externalIdWrites.js";
import type { HistoryStore } from "./records/history.js";
import type { OwnedRecordKind } from "./records/ownedRecords.js";
import type { TrashKind } from "./records/trash.js";
import type { Rule } from "./security/authorize.js";
import type { Exporter } from "./sheets/exporter.js";
import type { Importer } from "./sheets/importer.js";
import type { Node } from "./types/record.js";

/** A key by which other graphs may name a record. */
export interface EntityKey {
  /** The type's field. */
  field: string;
  /** Which fields of that count, where it is no plain value. */
  within?: string;
  /** The record that has the key, or null; throws Invalid where what was given cannot be one. */
  find(context: Context, given: Readonly<Record<string, unknown>>): Promise<Node | null>;
}

/** Where the history of a kind of record is for fewer people than the records are. */
export interface HistoryRules {
  /** What it takes to read of an action. */
  actions?: Readonly<Record<string, Permission>>;
  /** The permissions to read a field; those of a field of the schema apply to its history as well. */
  fields?: Readonly<Record<string, Permission>>;
  /** Fields whose changes name other customers: for callers who see all customers. */
  othersNames?: readonly string[];
  /** What it takes to read of records that belong to no customer. */
  ofNoCustomer?: Permission;
}

/** Where the graph has a property of a record that it knows by another name: `street` is `address.street`. */
export type FieldPaths = Readonly<Record<string, string>>;

/** A kind of record that `node(id:)` finds: its table, who may read it, and its loader by id. */
export interface NodeKind {
  type: ClassType<Node>;
  table: string;
  permission: Rule;
  byId: ViewerBatchLoader<string, undefined, Node | null>;
  /** Where its history is for fewer people than its records are. */
  history?: HistoryRules;
  /** How its ids in other systems are changed, for kinds that have them; see `externalIdWrites`. */
  externalIds?: ExternalIdWrites;
  /** The other keys by which other subgraphs may reference it. */
  keys?: readonly EntityKey[];
}

/** Where a feature uses uploads, and what it takes to read the bytes of one. */
export interface UploadUse {
  table: string;
  column: string;
  /** While it holds of a row `u` of the table, the upload waits, and counts against what may wait. */
  waiting: Sql;
  permissions(context: Context, fileId: string): Promise<readonly Permission[]>;
}

/** What a feature adds to the server; `features.ts` lists them all. */
export interface Feature {
  name: string;
  entities?: readonly ClassType<object>[];
  resolvers: readonly ClassType<object>[];
  nodes?: readonly NodeKind[];
  /** Its error messages. */
  messages?: Messages;
  /** Where the graph has properties of its records that it knows by another name, by record type. */
  fieldPaths?: Readonly<Partial<Record<RecordType, FieldPaths>>>;
  /** Its tables that are never changed. */
  appendOnly?: AppendOnly;
  /** Its records that belong to a customer, those first that others of them point at. */
  ownedRecords?: readonly OwnedRecordKind[];
  /** Its kinds of record that go to the trash when they are deleted, as the list of the trash shows them. */
  trash?: readonly TrashKind[];
  /**
   * Which rows of its tables people see who do not see all customers. Those of its owned records need not be named: their
   * rows are seen with their customers.
   */
  visibleRows?: ScopedTables;
  /** Which rows of owned records they see; one feature has it. */
  visibleOwnedRows?: VisibleRows;
  /** Its tables whose rows only describe other records and may be deleted with them. */
  cascadeTables?: readonly string[];
  /** Its records that keep bytes in the storage. */
  stored?: readonly StoredKind[];
  /** Its lists that other features may extend. */
  extensibleLists?: readonly ExtensibleList[];
  /** What it adds to the lists of other features. */
  listExtensions?: readonly ListExtension[];
  /** The counts and sums about records that it can load. */
  metrics?: readonly Metric[];
  /** How it uses uploads that belong to no record yet: those its table points at are kept. */
  uploadUse?: UploadUse;
  /** How the history of all records is written and read; provided by one feature. */
  history?: HistoryStore;
  /** How it forgets a person. */
  eraser?: Eraser;
  /** How its records come in from sheets. */
  importer?: Importer;
  /** How its records go out into sheets. */
  exporter?: Exporter;
  /** Background jobs, by queue. */
  jobs?: JobHandlers;
  /** HTTP routes besides GraphQL; each must refuse callers without permission. */
  routes?: (server: FastifyInstance, app: App) => void | Promise<void>;
  /** Background work: started with the server, the answer stops it. */
  start?: (app: App) => Promise<() => Promise<void>>;
}
