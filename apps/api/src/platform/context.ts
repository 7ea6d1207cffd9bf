import type { Permission, Role } from "@clientela/shared/records/roles";
import type { Locale } from "@clientela/shared/values/locales";
import type { App } from "./app.js";
import type { DomainEvent } from "./database/domainEvent.js";
import type { RecordScope } from "./database/recordScope.js";
import type { Organisation } from "./organisation.js";
import type { BatchLoader, ReadContext } from "./readContext.js";
import type { ResponseMeter } from "./request/responseMeter.js";

/** The caller of a request. */
export interface Actor {
  kind: "USER" | "API_KEY" | "SYSTEM";
  /** The user's or key's id; null for the system itself. */
  id: string | null;
  name: string;
  email: string | null;
  role: Role;
  /** The access role that applies instead of the preset; absent where the preset applies. */
  accessRoleId?: string;
  permissions: ReadonlySet<Permission>;
  /** The session that the request came with; null for keys and the system. */
  sessionId: string | null;
  /** The organisation's settings, which were read together with the actor. */
  organisation: Organisation;
  /** The customers whose records they see; absent for all. */
  scope?: RecordScope;
  /** Set while an admin views the app as another role. */
  onlyReads?: true;
}

/**
 * The person on whose behalf background work is done, and who may see its result: the actor, or the person who made the
 * actor's key, where keys of that person do not see all records.
 */
export const personBehind = ({ kind, id, scope }: Actor): string | null =>
  kind === "USER" ? id : (scope?.personId ?? null);

/** A batch loader whose result depends on the caller. */
export type ViewerBatchLoader<Key, Args, Value> = (
  keys: readonly Key[],
  args: Args,
  context: Context,
) => Promise<readonly Value[]>;

/** Everything that belongs to one request, for its resolvers and services. */
export interface Context extends ReadContext {
  readonly app: App;
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  /** Counts what the response consists of. */
  readonly meter: ResponseMeter;
  /** Loads a key together with all keys of the same turn, including those of other requests. */
  load<Key, Value>(batch: BatchLoader<Key, undefined, Value>, key: Key): Promise<Value>;
  load<Key, Args, Value>(
    batch: BatchLoader<Key, Args, Value>,
    key: Key,
    args: Args,
  ): Promise<Value>;
  /** Loads a key together with all keys that this request loads in the same tick. */
  loadForViewer<Key, Value>(
    batch: ViewerBatchLoader<Key, undefined, Value>,
    key: Key,
  ): Promise<Value>;
  loadForViewer<Key, Args, Value>(
    batch: ViewerBatchLoader<Key, Args, Value>,
    key: Key,
    args: Args,
  ): Promise<Value>;
  /** Runs `work` so that a failure leaves the transaction usable and discards the events that it announced. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  /** Drops what was loaded and the time of the request, so that the next read sees the present state. */
  refresh(): void;
  /** Publishes an event after the commit; outside a transaction, at once. */
  announce(event: DomainEvent): void;
}
