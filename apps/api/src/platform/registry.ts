import type { ClassType } from "type-graphql";
import type { AppendOnly } from "./database/connections/servingRole.js";
import type { RecordAccess, RecordScope, ScopedTables } from "./database/recordScope.js";
import type {
  DocumentGuard,
  Feature,
  FieldPaths,
  NodeKind,
  NotifiableRecord,
  UploadUse,
} from "./feature.js";
import type { ComposedExtension, ExtensibleList } from "./graph/listExtension.js";
import type { Catalogue } from "./graph/messages.js";
import type { StoredKind } from "./installation/storedKind.js";
import type { JobHandlers } from "./jobs/jobs.js";
import type { KeptMetric } from "./lists/kept/keptMetric.js";
import type { MetricLoader } from "./lists/metrics.js";
import type { Eraser } from "./records/eraser.js";
import type { HistoryStore } from "./records/history.js";
import type { OwnedRecordKind } from "./records/ownedRecords.js";
import type { SearchKind } from "./records/searchKind.js";
import type { TrashKind } from "./records/trash.js";
import type { Exporter } from "./sheets/exporter.js";
import type { Importer } from "./sheets/importer.js";

/**
 * What the features of one server add up to. Composed once, never changed, and passed with the App: two servers in one
 * process may have different features, and neither sees those of the other.
 */
export interface Registry {
  readonly features: readonly Feature[];
  /** The entities of all features. */
  readonly entities: readonly ClassType<object>[];
  /** The append-only tables. */
  readonly appendOnly: AppendOnly;
  /** The kinds of record that `node(id:)` finds. */
  readonly nodeKinds: readonly NodeKind[];
  /** The resolvers of all features, and those that find any kind of record. */
  readonly resolvers: readonly [ClassType<object>, ...ClassType<object>[]];
  /** The kinds of record that have a history, by type. */
  readonly recordTypes: ReadonlyMap<string, NodeKind>;
  /** The store of the history. */
  readonly history: HistoryStore;
  /** Where paths in the graph differ from the names of records' properties, by type. */
  readonly fieldPaths: Readonly<Record<string, FieldPaths>>;
  /** The records that have bytes in the storage. */
  readonly storedKinds: readonly StoredKind[];
  /** The kinds of record that belong to customers, referenced ones before those that reference them. */
  readonly ownedRecords: readonly OwnedRecordKind[];
  /** The kinds of record that go to the trash. */
  readonly trashKinds: readonly TrashKind[];
  /** The kinds of record that people are told of. */
  readonly notifiableRecords: readonly NotifiableRecord[];
  /** The kinds of record that are found by text, in the order in which equally good ones are listed. */
  readonly searchKinds: readonly SearchKind[];
  /** Which rows of all tables are visible to people who do not see all customers. */
  readonly visibleRows: ScopedTables;
  /** Whose records a person with this access reads; undefined for all. */
  readonly scopeOf: (access: RecordAccess | null, personId: string) => RecordScope | undefined;
  /** The tables whose rows only describe other records and may be deleted with them. */
  readonly cascadeTables: readonly string[];
  /** How the features delete personal data. */
  readonly erasers: readonly Eraser[];
  /** How kinds of record are imported, by kind. */
  readonly importers: ReadonlyMap<string, Importer>;
  /** How kinds of record are exported, by kind. */
  readonly exporters: ReadonlyMap<string, Exporter>;
  /** The lists that features may extend. */
  readonly extensibleLists: readonly ExtensibleList[];
  /** What features add to lists of others, by the type of the list. */
  readonly listExtensions: ReadonlyMap<string, ComposedExtension>;
  /** The metrics that lists are sorted by, by name. */
  readonly keptMetrics: ReadonlyMap<string, KeptMetric>;
  /** Loads the metrics of all features. */
  readonly metricLoader: MetricLoader;
  /** What has a say in the writing of orders and invoices. */
  readonly documentGuards: readonly DocumentGuard[];
  /** Where uploads that belong to no record yet are used. */
  readonly uploadUses: readonly UploadUse[];
  /** The messages of the platform and of all features, by code. */
  readonly messages: Catalogue;
  /** The handlers of background jobs, by queue. */
  readonly jobHandlers: JobHandlers;
}

declare module "./app.js" {
  interface App {
    /** What the features add up to. */
    readonly registry: Registry;
  }
}

declare module "./readContext.js" {
  interface ReadContext {
    readonly app: { readonly registry: Registry };
  }
}
