import pg from "pg";
import type { Logger } from "pino";
import { DataSource } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { migrations } from "../../migrations.js";
import { SetupError } from "../setupError.js";
import { snakeNames } from "./columns.js";
import { CONNECT_MS } from "./connections/client.js";
import {
  DEFAULT_CONNECTIONS,
  type PoolSize,
  type PoolSizes,
  poolSizes,
} from "./connections/connectionBudget.js";
import { ConnectionShares } from "./connections/connectionShares.js";
import { DatabasePool, type PoolOptions, pipelinedPool } from "./connections/pool.js";
import { servingOption } from "./connections/servingRole.js";
import { Supervisor } from "./connections/supervisor.js";
import { Db } from "./db.js";
import { underMigrationLock } from "./migrationLock.js";
import { type CancelsReads, Reads } from "./reads.js";
import { SqlStats, type StatementCounter } from "./sqlStats.js";

// A calendar date is kept as text: a JavaScript Date would shift it between time zones.
const DATE_OID = 1082;
// A time of day is written to the minute, as people write it: PostgreSQL adds its seconds.
const TIME_OID = 1083;
const TO_THE_MINUTE = "HH:MM".length;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === DATE_OID
      ? (value: string) => value
      : oid === TIME_OID
        ? (value: string) => value.slice(0, TO_THE_MINUTE)
        : pg.types.getTypeParser(oid, format),
};

// PostgreSQL assumes ten keys for an array parameter, finds the generic plan more expensive than one made for the
// actual keys, and plans again each time.
const KEPT_PLANS = " -c plan_cache_mode=force_generic_plan";

const POOLED_OWNER =
  "A connection pooler in transaction mode needs a login that serves by itself, and the user of DATABASE_URL may make none: set SERVING_DATABASE_URL.";

/** The statement timeout, unless a process sets another one. */
const STATEMENT_MS = 30_000;

/** Whether the database can serve. */
export type Readiness = "ready" | "read-only" | "away";

/** An open PostgreSQL database of Clientela. */
export interface Database {
  readonly source: DataSource;
  readonly pool: pg.Pool;
  /** The connections of the job queue, which uses the others where it has none of its own. */
  readonly queuePool: pg.Pool;
  /** Its URL, for connections outside of the pools. */
  readonly url: string;
  /**
   * Statements outside of transactions are cancelled on `cancellation`; those of a transaction are not. A `caller` has a
   * share of the connections; work without one may use all of them.
   */
  db(stats?: StatementCounter, cancellation?: CancelsReads, caller?: string | null): Db;
  /** For statements that take any number of keys: their plans are kept. The statements of one call share a connection. */
  readsByKey(cancellation?: CancelsReads, caller?: string | null): (stats: StatementCounter) => Db;
  /** Whether it responds within `milliseconds` and accepts writes. */
  readiness(milliseconds: number): Promise<Readiness>;
  close(): Promise<void>;
}

/** The options for opening a database. */
export interface DatabaseOptions {
  url: string;
  /**
   * The same database through a pooler in transaction mode (`preparePooler`), which takes statements of requests; they are
   * not prepared. The login has its time limits from its role.
   */
  poolerUrl?: string | undefined;
  entities?: readonly (new () => object)[];
  /** The names of the migrations that `migrate` runs; all unless given. */
  migrations?: ReadonlySet<string>;
  /** The size of each pool; by default for a process that serves alone. */
  sizes?: PoolSizes;
  /** The statement timeout; 0 for none. */
  statementTimeoutMs?: number;
  /** The longest wait for a connection, where all are in use. */
  connectionTimeoutMs?: number;
  /** How long connections with a pending response are kept while the database accepts no new ones. */
  patienceMs?: number;
  /** Whether it is opened for serving: as a role that can change neither tables nor history. */
  serves?: boolean;
  log: Logger;
}

/** Connects to `url`; throws a SetupError with one sentence where that fails. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let closing = false;
  // The driver attaches its whole client to the error, so only the message is passed on. Errors of connections that
  // are closing while our own server stops do not matter.
  const lost = (error: Error) => {
    if (!closing) options.log.warn({ reason: error.message }, "database connection lost");
  };
  const refused = (error: unknown) =>
    new SetupError(cannotConnect(options.poolerUrl ?? options.url, error));
  const role = options.serves
    ? await servingOption(options.url).catch((error: unknown) => {
        throw refused(error);
      })
    : "";
  const sizes = options.sizes ?? poolSizes(DEFAULT_CONNECTIONS, "serving");
  const statementTimeoutMs = options.statementTimeoutMs ?? STATEMENT_MS;
  const { poolerUrl } = options;
  if (poolerUrl !== undefined && role) throw new SetupError(POOLED_OWNER);
  const poolUrl = poolerUrl ?? options.url;
  const supervisor = new Supervisor({
    url: poolUrl,
    statementTimeoutMs,
    patienceMs: options.patienceMs,
    log: options.log,
  });
  const connectionTimeoutMs = options.connectionTimeoutMs ?? CONNECT_MS;
  const connection = {
    types,
    observer: supervisor,
    makeRoom: () => supervisor.makeRoom(),
    application_name: "clientela",
    connectionTimeoutMillis: connectionTimeoutMs,
    prepares: poolerUrl === undefined,
  };
  const optionsOf = (settings = "") =>
    poolerUrl === undefined
      ? `-c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=60000${role}${settings}`
      : undefined;
  const source = new DataSource({
    type: "postgres",
    url: poolUrl,
    entities: [...(options.entities ?? [])],
    migrations: migrations.filter(({ name }) => options.migrations?.has(name) ?? true),
    migrationsTableName: "migrations",
    migrationsTransactionMode: "each",
    namingStrategy: snakeNames,
    uuidExtension: "pgcrypto",
    installExtensions: false,
    driver: { Pool: DatabasePool },
    extra: { ...connection, ...sizes.transactions, options: optionsOf() },
    // A connection that breaks while idle is not an error of any request.
    poolErrorHandler: lost,
  });
  try {
    await source.initialize();
  } catch (error) {
    supervisor.close();
    throw refused(error);
  }
  const pool = (source.driver as PostgresDriver).master as DatabasePool;
  supervisor.add(pool);
  const open = (
    make: (poolOptions: PoolOptions) => DatabasePool,
    size: PoolSize,
    settings = "",
  ) => {
    const opened = make({
      ...connection,
      ...size,
      options: optionsOf(settings),
      connectionString: poolUrl,
    });
    opened.on("error", lost);
    supervisor.add(opened);
    return opened;
  };
  const readers = open(pipelinedPool, sizes.reads);
  const keyReaders = open(pipelinedPool, sizes.readsByKey, KEPT_PLANS);
  const queuePool = sizes.queue && open((all) => new DatabasePool(all), sizes.queue);
  const sharesOf = ({ max }: PoolSize) => new ConnectionShares(max, connectionTimeoutMs);
  const transactionShares = sharesOf(sizes.transactions);
  const readShares = sharesOf(sizes.reads);
  const keyReadShares = sharesOf(sizes.readsByKey);

  return {
    source,
    pool,
    queuePool: queuePool ?? pool,
    url: options.url,
    db: (stats = new SqlStats(), cancellation, caller = null) =>
      caller === null
        ? Db.open(source, new Reads(readers, cancellation), stats)
        : Db.open(
            source,
            new Reads(readers, cancellation, readShares.of(caller)),
            stats,
            transactionShares.of(caller),
          ),
    readsByKey: (cancellation, caller = null) => {
      const share = caller === null ? null : keyReadShares.of(caller);
      const reads = new Reads(keyReaders, cancellation, share);
      return (stats) => Db.open(source, reads, stats);
    },
    readiness: async (milliseconds) => {
      const readiness = await readinessWithin(readers, milliseconds);
      // A connection that reads says nothing about those that write.
      return readiness === "ready" && supervisor.holdsReadOnly ? "read-only" : readiness;
    },
    close: async () => {
      closing = true;
      supervisor.close();
      await Promise.all([source.destroy(), readers.end(), keyReaders.end(), queuePool?.end()]);
    },
  };
}

/** Migrates the schema; of several processes that start at once, one does it. */
export async function migrate(database: Database): Promise<void> {
  await underMigrationLock(database.pool, async (client) => {
    const { rows } = await client.query("SHOW server_version_num");
    const version = Number(rows[0]?.server_version_num);
    if (version < 150_000) {
      throw new SetupError(
        `PostgreSQL 15 or newer is needed; the server at DATABASE_URL is version ${Math.floor(version / 10_000)}.`,
      );
    }
    await refuseNewerData(client);
    await database.source.runMigrations();
  });
}

/**
 * Throws a SetupError where a newer version has migrated the database: this one would misread and corrupt its data.
 * Returns the names of the migrations that were run.
 */
export async function refuseNewerData(client: pg.PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query("SELECT to_regclass('migrations') IS NOT NULL AS made");
  if (!rows[0]?.made) return new Set();
  const done = await client.query<{ name: string }>(
    "SELECT name FROM migrations ORDER BY timestamp",
  );
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = done.rows.filter(({ name }) => !known.has(name));
  if (unknown.length === 0) return new Set(done.rows.map(({ name }) => name));
  throw new SetupError(
    `The data is newer than this Clientela: a later version has changed the database (${unknown.map(({ name }) => name).join(", ")}). Start that version or a later one, or restore a backup from before it. Nothing was changed.`,
  );
}

async function readinessWithin(pool: pg.Pool, milliseconds: number): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve("away"), milliseconds);
  });
  const answer = pool
    .query<{ readOnly: string }>(`SELECT current_setting('transaction_read_only') AS "readOnly"`)
    .then(
      ({ rows }): Readiness => (rows[0]?.readOnly === "on" ? "read-only" : "ready"),
      (): Readiness => "away",
    );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function cannotConnect(url: string, error: unknown): string {
  const { hostname, port, pathname } = new URL(url);
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return `The database ${pathname.slice(1) || "?"} at ${hostname}:${port || "5432"} does not answer (${reason}). Check DATABASE_URL and that the server is running.`;
}
