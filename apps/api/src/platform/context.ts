import type { Permission, Role } from "@clientela/shared/records/roles";
import type { Locale } from "@clientela/shared/values/locales";
import type { App } from "./app.js";
import type { DomainEvent } from "./database/events.js";
import type { RecordScope } from "./database/recordScope.js";
import type { Organisation } from "./organisation.js";
import type { BatchLoader, ReadContext } from "./readContext.js";
import type { AnswerMeter } from "./request/answerMeter.js";

/** Who is asking. */
export interface Actor {
  kind: "USER" | "API_KEY" | "SYSTEM";
  /** The user's or key's id; null for the system itself. */
  id: string | null;
  name: string;
  email: string | null;
  role: Role;
  /** The access role that decides in place of the preset; absent where the preset does. */
  accessRoleId?: string;
  permissions: ReadonlySet<Permission>;
  /** The session that the request came with; null for keys and the system. */
  sessionId: string | null;
  /** The organisation's settings as they were read with the actor. */
  organisation: Organisation;
  /** Whose records they see; absent for all. */
  scope?: RecordScope;
  /** Set while an admin views the app as another role. */
  onlyReads?: true;
}

/**
 * The person for whom something is done later, or who may see what is done: whoever acts, or whoever made the key that
 * does, where keys of that person do not see all records.
 */
export const personBehind = ({ kind, id, scope }: Actor): string | null =>
  kind === "USER" ? id : (scope?.personId ?? null);

/** A batch loader whose result depends on the caller. */
export type ViewerBatchLoader<Key, Args, Value> = (
  keys: readonly Key[],
  args: Args,
  context: Context,
) => Promise<readonly Value[]>;

/** What one request carries from its headers to its services. */
export interface Context extends ReadContext {
  readonly app: App;
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  /** Counts what the answer to this request consists of. */
  readonly meter: AnswerMeter;
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
  /** Forgets what was read and what time it was, so that the next look sees what is there now. */
  refresh(): void;
  /** Tells listeners after the commit; outside a transaction, at once. */
  announce(event: DomainEvent): void;
}
