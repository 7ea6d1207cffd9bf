import type { Locale } from "@clientela/shared/locales";
import type { Permission, Role } from "@clientela/shared/roles";
import type { App } from "./app.js";
import type { Db } from "./database/db.js";
import type { DomainEvent } from "./database/events.js";

/** Who is asking. */
export interface Actor {
  kind: "USER" | "API_KEY" | "SYSTEM";
  /** The user's or key's id; null for the system itself. */
  id: string | null;
  name: string;
  email: string | null;
  role: Role;
  permissions: ReadonlySet<Permission>;
  /** The session that the request came with; null for keys and the system. */
  sessionId: string | null;
  /** Set while an admin looks as another role. */
  onlyReads?: true;
}

/** Answers many keys at once, in the keys' order; `args` are the same for all of them. */
export type Batch<Key, Args, Value> = (
  keys: readonly Key[],
  args: Args,
  context: Context,
) => Promise<readonly Value[]>;

/** What one request carries from its headers to its services. */
export interface Context {
  readonly app: App;
  readonly actor: Actor;
  /** The pool; inside a mutation, its transaction. */
  readonly db: Db;
  readonly now: Date;
  /** The calendar date in the organisation's time zone, YYYY-MM-DD. */
  readonly today: string;
  readonly locale: Locale;
  readonly requestId: string;
  /** The value of a key, read together with all keys asked for in the same tick. */
  load<Key, Value>(batch: Batch<Key, undefined, Value>, key: Key): Promise<Value>;
  load<Key, Args, Value>(batch: Batch<Key, Args, Value>, key: Key, args: Args): Promise<Value>;
  /** Runs `work` so that its failure leaves the transaction usable, and nobody hears what it announced. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  /** Forgets what was read and what time it was, so that the next look sees what is there now. */
  refresh(): void;
  /** Tells listeners after the commit; outside a transaction, at once. */
  announce(event: DomainEvent): void;
}
