import type { RecordType } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import type { FastifyInstance } from "fastify";
import type { Registry as MetricsRegistry } from "prom-client";
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
import type { SearchKind } from "./records/searchKind.js";
import type { TrashKind } from "./records/trash.js";
import type { Rule } from "./security/authorize.js";
import type { Exporter } from "./sheets/exporter.js";
import type { Importer } from "./sheets/importer.js";
import type { Node } from "./types/record.js";

/** A key by which other subgraphs may reference a record. */
export interface EntityKey {
  /** The type's field. */
  field: string;
  /** The subfields of that which form the key, where it is an object. */
  within?: string;
  /** The record with the key, or null; throws Invalid where the value is malformed. */
  find(context: Context, given: Readonly<Record<string, unknown>>): Promise<Node | null>;
}

/** Writes a document of the record `ofId` by `write`, or refuses it by throwing; in the transaction of the write. */
export type DocumentGuard = <Row>(
  context: Context,
  ofId: string,
  write: () => Promise<Row>,
) => Promise<Row>;

/** Restrictions of a record's history beyond those of the record itself. */
export interface HistoryRules {
  /** The permission for reading of an action. */
  actions?: Readonly<Record<string, Permission>>;
  /** The permissions to read a field; those of a field of the schema apply to its history as well. */
  fields?: Readonly<Record<string, Permission>>;
  /** Fields whose changes name other customers: only for callers who see all customers. */
  othersNames?: readonly string[];
  /** The permission for the history of records without a customer. */
  ofNoCustomer?: Permission;
  /** The history of the customer has an action of its own for a new one, next to the record's `created`. */
  announced?: true;
}

/** Where the path of a property in the graph differs from its name: `street` is `address.street`. */
export type FieldPaths = Readonly<Record<string, string>>;

/** A kind of record that `node(id:)` finds: its table, who may read it, and its loader by id. */
export interface NodeKind {
  type: ClassType<Node>;
  table: string;
  permission: Rule;
  byId: ViewerBatchLoader<string, undefined, Node | null>;
  /** Restrictions of its history beyond those of its records. */
  history?: HistoryRules;
  /** How its external ids are changed, for kinds that have them; see `externalIdWrites`. */
  externalIds?: ExternalIdWrites;
  /** The other keys by which other subgraphs may reference it. */
  keys?: readonly EntityKey[];
}

/** Where a feature uses uploads, and the permissions for downloading one. */
export interface UploadUse {
  table: string;
  column: string;
  /** A condition on a row `u` of the table: while it holds, the upload is pending and counts against the limit of those. */
  waiting: Sql;
  permissions(context: Context, fileId: string): Promise<readonly Permission[]>;
}

/** A kind of record that notifications may be about. */
export interface NotifiableRecord {
  type: ClassType<Node>;
  permission: Permission;
  /** Conditions on its row `r` for being read at all. */
  where: readonly Sql[];
}

/** What a feature adds to the server; `features.ts` lists them all. */
export interface Feature {
  name: string;
  entities?: readonly ClassType<object>[];
  resolvers: readonly ClassType<object>[];
  nodes?: readonly NodeKind[];
  /** Its error messages. */
  messages?: Messages;
  /** Where paths in the graph differ from the names of its records' properties, by record type. */
  fieldPaths?: Readonly<Partial<Record<RecordType, FieldPaths>>>;
  /** Its append-only tables. */
  appendOnly?: AppendOnly;
  /** Its records that belong to a customer, referenced ones before those that reference them. */
  ownedRecords?: readonly OwnedRecordKind[];
  /** Its kinds of record that go to the trash when they are deleted, as the list of the trash shows them. */
  trash?: readonly TrashKind[];
  /** Its kinds of record that people are told of: when they are mentioned, given a task, or waited for something. */
  notifiableRecords?: readonly NotifiableRecord[];
  /** Its kinds of record that are found by text. */
  search?: readonly SearchKind[];
  /**
   * Which rows of its tables are visible to people who do not see all customers. Owned records need no entry: they are
   * visible with their customers.
   */
  visibleRows?: ScopedTables;
  /** Which rows of owned records are visible to them; one feature provides it. */
  visibleOwnedRows?: VisibleRows;
  /** Its tables whose rows only describe other records and may be deleted with them. */
  cascadeTables?: readonly string[];
  /** Its records that have bytes in the storage. */
  stored?: readonly StoredKind[];
  /** Its lists that other features may extend. */
  extensibleLists?: readonly ExtensibleList[];
  /** What it adds to the lists of other features. */
  listExtensions?: readonly ListExtension[];
  /** The counts and sums about records that it can load. */
  metrics?: readonly Metric[];
  /** Has a say in the writing of orders and invoices. */
  documentGuard?: DocumentGuard;
  /** How it uses uploads that belong to no record yet: those that its table references are kept. */
  uploadUse?: UploadUse;
  /** How the history of all records is written and read; one feature provides it. */
  history?: HistoryStore;
  /** How it deletes personal data. */
  eraser?: Eraser;
  /** How its records are imported. */
  importer?: Importer;
  /** How its records are exported. */
  exporter?: Exporter;
  /** Background jobs, by queue. */
  jobs?: JobHandlers;
  /** HTTP routes besides GraphQL; each must refuse callers without permission. */
  routes?: (server: FastifyInstance, app: App) => void | Promise<void>;
  /** Adds metrics for Prometheus; each is looked up when metrics are read, and a failure must not fail the others. */
  observe?: (app: App, registry: MetricsRegistry) => void;
  /** Background work that starts with the server; the returned function stops it. */
  start?: (app: App) => Promise<() => Promise<void>>;
}
