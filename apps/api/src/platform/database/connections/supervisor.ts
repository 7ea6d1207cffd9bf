import type { Logger } from "pino";
import { databaseFailure } from "../databaseFailure.js";
import { type ClientObserver, type DatabaseClient, withClient } from "./client.js";
import type { DatabasePool } from "./pool.js";

const LOOK_MS = 1_000;
// How long a connection may be silent while a response is due before the server is asked about it.
const SILENT_MS = 2_000;
const PROBE_MS = 2_000;
// A database that accepts no connections is unreachable as well; pending statements are rejected accordingly.
const AWAY_MS = 4_000;
const MARGIN_MS = 3_000;

/** How long a connection has been silent while an answer was due. */
interface Silence {
  bytes: number;
  since: number;
  nextProbe: number;
}

/** The state of a connection's backend process, as the server reports it. */
interface Backend {
  pid: number;
  state: string | null;
}

/** What is supervised, and the time limits. */
export interface SupervisorOptions {
  url: string;
  /** The longest that one statement may take; 0 for as long as it needs. */
  statementTimeoutMs: number;
  /** How long to wait for a database that accepts no connections while a response is due. */
  patienceMs?: number;
  log: Logger;
}

/**
 * Finds connections that died without an error, as frozen processes and networks that lose packets leave them. If one
 * is silent while a response is due, the server is asked about it over a new connection: where its backend
 * waits for a statement, or is gone, the response will never arrive. Nothing is probed while statements run.
 */
export class Supervisor implements ClientObserver {
  private readonly silences = new Map<DatabaseClient, Silence>();
  private readonly pools: DatabasePool[] = [];
  private readonly timer: NodeJS.Timeout;
  private probing = false;
  private askingForWrites = false;
  private refusedSince: number | null = null;

  constructor(private readonly options: SupervisorOptions) {
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Supervises the pool's connections as long as they are open. */
  add(pool: DatabasePool): void {
    this.pools.push(pool);
  }

  /** Asks the largest pool to close a connection for one that can open none; returns whether it has any to spare. */
  makeRoom(): boolean {
    const [largest] = this.pools.toSorted((one, other) => other.clients.size - one.clients.size);
    if (!largest || largest.clients.size < 2) return false;
    const staying = [...largest.clients].filter(({ isStale }) => !isStale);
    const leaving = staying.find(({ isTaken }) => !isTaken) ?? staying[0];
    if (!leaving) return true;
    leaving.isStale = true;
    if (!leaving.isTaken) leaving.abandon("another pool has none");
    return true;
  }

  opened(client: DatabaseClient): void {
    this.silences.set(client, { bytes: 0, since: Date.now(), nextProbe: 0 });
    if (client.access === "read-write") this.replaceReadOnly();
  }

  closed(client: DatabaseClient): void {
    this.silences.delete(client);
  }

  /** Whether any connection that may still be handed out is known to refuse writes. */
  get holdsReadOnly(): boolean {
    for (const { access, isStale } of this.silences.keys())
      if (access === "read-only" && !isStale) return true;
    return false;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = Date.now();
    const limit = this.options.statementTimeoutMs && this.options.statementTimeoutMs + MARGIN_MS;
    const due: DatabaseClient[] = [];
    for (const [client, silence] of this.silences) {
      const bytes = client.bytesReceived;
      if (!client.awaitsResponse || bytes !== silence.bytes) {
        Object.assign(silence, { bytes, since: now, nextProbe: now + SILENT_MS });
      } else if (limit > 0 && now - silence.since > limit) {
        this.abandon([client], "it did not answer in time");
      } else if (now >= silence.nextProbe && !this.probing) {
        // Long-running statements are checked less and less often.
        silence.nextProbe = now + 2 * (now - silence.since);
        due.push(client);
      }
    }
    for (const pool of this.pools) {
      pool.makeUpFor([...pool.clients].filter((client) => this.isSilent(client, now)).length);
    }
    if (due.length > 0) void this.probe(due);
    if (this.holdsReadOnly && !this.askingForWrites) void this.askForWrites();
  }

  /**
   * A session that began while the database took no changes may refuse them for as long as it lives, and one that led
   * to the former primary does so after a failover. As long as there are any, a new connection is asked whether it
   * could write; once it can, the others are replaced, so that no request has to fail to find out.
   */
  private async askForWrites(): Promise<void> {
    this.askingForWrites = true;
    try {
      await this.withProbe(async (client) => {
        const { rows } = await client.query<{ readOnly: string }>(
          `SELECT current_setting('transaction_read_only') AS "readOnly"`,
        );
        if (rows[0]?.readOnly === "off") this.replaceReadOnly();
      });
    } catch (error) {
      this.options.log.debug(
        { err: error },
        "the database could not be asked whether it takes changes",
      );
    } finally {
      this.askingForWrites = false;
    }
  }

  /** Closes all connections that are not known to accept writes: idle ones now, the others when they are released. */
  private replaceReadOnly(): void {
    if (!this.holdsReadOnly) return;
    for (const client of this.silences.keys())
      if (client.access !== "read-write") client.isStale = true;
    this.dropIdle(({ isStale }) => isStale, "it takes no changes, others do");
  }

  private isSilent(client: DatabaseClient, now: number): boolean {
    const silence = this.silences.get(client);
    return silence !== undefined && now - silence.since >= 2 * SILENT_MS;
  }

  private async probe(suspects: readonly DatabaseClient[]): Promise<void> {
    this.probing = true;
    const before = new Map(suspects.map((client) => [client, client.bytesReceived]));
    const isStillSilent = (client: DatabaseClient) =>
      client.awaitsResponse && client.bytesReceived === before.get(client);
    try {
      await this.withProbe((client) =>
        endUnresponsive(client, suspects, (unresponsive) => {
          const dead = unresponsive.filter(isStillSilent);
          if (dead.length > 0) {
            this.abandon(dead, "its process at the server waits for a statement");
            // The other open connections lead to the same server, and none of them has responded lately.
            this.dropIdle(() => true, "others were dead");
          }
          return dead;
        }),
      );
      this.refusedSince = null;
    } catch (error) {
      this.refused(error, suspects.filter(isStillSilent));
    } finally {
      this.probing = false;
    }
  }

  /** Opens a connection of its own for `work`, which has to be short. */
  private async withProbe(work: (client: DatabaseClient) => Promise<void>): Promise<void> {
    const options = {
      connectionString: this.options.url,
      application_name: "clientela-probe",
    };
    await withClient(options, async (client) => {
      const timer = setTimeout(() => client.abandon("the probe took too long"), PROBE_MS);
      try {
        await work(client);
      } finally {
        clearTimeout(timer);
      }
    });
  }

  private refused(error: unknown, silent: readonly DatabaseClient[]): void {
    // It responds, if only to refuse more connections.
    const isAway = databaseFailure(error)?.reason === "AWAY";
    if (!isAway) {
      this.refusedSince = null;
      this.options.log.warn({ err: error }, "silent connections could not be asked about");
      return;
    }
    const now = Date.now();
    this.refusedSince ??= now;
    if (now - this.refusedSince >= (this.options.patienceMs ?? AWAY_MS) - PROBE_MS)
      this.abandon(silent, "the database does not answer");
    else for (const client of silent) this.probeSoon(client);
  }

  private probeSoon(client: DatabaseClient): void {
    const silence = this.silences.get(client);
    if (silence) silence.nextProbe = 0;
  }

  private abandon(clients: readonly DatabaseClient[], reason: string): void {
    for (const client of clients) {
      this.options.log.warn({ pid: client.processID, reason }, "a database connection is given up");
      client.abandon(reason);
    }
  }

  private dropIdle(which: (client: DatabaseClient) => boolean, reason: string): void {
    for (const pool of this.pools) {
      for (const client of pool.clients)
        if (!client.isTaken && which(client)) client.abandon(reason);
    }
  }
}

/** Tells `find` which connections the server does not work for, and ends the processes of those it answers. */
async function endUnresponsive(
  client: DatabaseClient,
  suspects: readonly DatabaseClient[],
  find: (unresponsive: DatabaseClient[]) => readonly DatabaseClient[],
): Promise<void> {
  const { rows } = await client.query<Backend & { own: number }>(
    "SELECT pid, state, pg_backend_pid() AS own FROM pg_stat_activity WHERE pid = ANY($1::int[]) OR pid = pg_backend_pid()",
    [suspects.map(({ processID }) => processID)],
  );
  // Behind a connection pooler the process ids are the pooler's own and identify nothing.
  if (rows[0]?.own !== client.processID) return;
  const states = new Map(rows.map(({ pid, state }) => [pid, state]));
  const dead = find(
    suspects.filter(({ processID }) => {
      const state = states.get(processID ?? 0);
      return state === undefined || state?.startsWith("idle");
    }),
  );
  if (dead.length === 0) return;
  // Its transaction and its locks end with it.
  await client.query("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) pid", [
    dead.map(({ processID }) => processID).filter((pid) => pid !== null && states.has(pid)),
  ]);
}
