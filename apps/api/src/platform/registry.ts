import type { ClassType } from "type-graphql";
import type { AppendOnly } from "./database/connections/servingRole.js";
import type { Feature, NodeKind } from "./feature.js";
import type { StoredKind } from "./installation/storedKind.js";
import type { JobHandlers } from "./jobs/jobs.js";

/**
 * What the features of one server add up to. Composed once, never changed, and handed on with the App: two servers in one
 * process may have different features, and neither sees those of the other.
 */
export interface Registry {
  readonly features: readonly Feature[];
  /** The tables of all features. */
  readonly entities: readonly ClassType<object>[];
  /** The tables whose rows are never changed. */
  readonly appendOnly: AppendOnly;
  /** The kinds of record that `node(id:)` finds. */
  readonly nodeKinds: readonly NodeKind[];
  /** The resolvers of all features, and those that find any kind of record. */
  readonly resolvers: readonly [ClassType<object>, ...ClassType<object>[]];
  /** The records that keep bytes in the storage. */
  readonly storedKinds: readonly StoredKind[];
  /** The background work, by queue. */
  readonly jobHandlers: JobHandlers;
}

declare module "./app.js" {
  interface App {
    /** What its features add up to. */
    readonly registry: Registry;
  }
}
