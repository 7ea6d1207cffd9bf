import pg from "pg";
import type { Logger } from "pino";
import { DataSource } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { migrations } from "../../migrations.js";
import { SetupError } from "../setupError.js";
import { snakeNames } from "./columns.js";
import { Db } from "./db.js";
import { underMigrationLock } from "./migrationLock.js";
import { pipelinedPool, Reads } from "./reads.js";
import { servingOption } from "./servingRole.js";
import { SqlStats, type StatementCounter } from "./sqlStats.js";

// A calendar date stays the text it is: a JavaScript Date would move it between time zones.
const DATE_OID = 1082;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === DATE_OID ? (value: string) => value : pg.types.getTypeParser(oid, format),
};

// PostgreSQL takes an array that it does not know for ten keys, finds a kept plan dearer than one made for the
// keys at hand, and plans again each time.
const KEPT_PLANS = " -c plan_cache_mode=force_generic_plan";

/** An open PostgreSQL database of Clientela. */
export interface Database {
  readonly source: DataSource;
  readonly pool: pg.Pool;
  /** Where it is, for connections beside the pool. */
  readonly url: string;
  db(stats?: StatementCounter): Db;
  /** For statements that answer any number of keys: their plans are kept. What one call answers shares a connection. */
  readsByKey(): (stats: StatementCounter) => Db;
  /** Whether it answers within `milliseconds`. */
  answers(milliseconds: number): Promise<boolean>;
  close(): Promise<void>;
}

/** What is needed to open a database. */
export interface DatabaseOptions {
  url: string;
  entities?: readonly (new () => object)[];
  poolSize?: number;
  /** The longest that one statement may take; 0 for as long as it needs. */
  statementTimeoutMs?: number;
  /** The longest wait for a connection, where all are in use. */
  connectionTimeoutMs?: number;
  /** Whether it is opened to serve people: as a role that changes neither tables nor history. */
  serves?: boolean;
  log: Logger;
}

/** Connects to `url`; throws a SetupError in one sentence where that cannot be. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let closing = false;
  // The driver hangs its whole client on the error, so only the sentence is told. Connections that
  // are still saying goodbye when our own server stops are no loss.
  const lost = (error: Error) => {
    if (!closing) options.log.warn({ reason: error.message }, "database connection lost");
  };
  const refused = (error: unknown) => new SetupError(cannotConnect(options.url, error));
  const role = options.serves
    ? await servingOption(options.url).catch((error: unknown) => {
        throw refused(error);
      })
    : "";
  const poolSize = options.poolSize ?? 12;
  const connection = {
    types,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 5_000,
    options: `-c statement_timeout=${options.statementTimeoutMs ?? 30_000} -c idle_in_transaction_session_timeout=60000${role}`,
  };
  const source = new DataSource({
    type: "postgres",
    url: options.url,
    entities: [...(options.entities ?? [])],
    migrations: [...migrations],
    migrationsTableName: "migrations",
    migrationsTransactionMode: "each",
    namingStrategy: snakeNames,
    uuidExtension: "pgcrypto",
    installExtensions: false,
    applicationName: "clientela",
    poolSize,
    extra: connection,
    // A connection that breaks while idle is not an error of any request.
    poolErrorHandler: lost,
  });
  try {
    await source.initialize();
  } catch (error) {
    throw refused(error);
  }
  const pool: pg.Pool = (source.driver as PostgresDriver).master;
  const openReaders = (max: number, settings = "") => {
    const readers = pipelinedPool({
      ...connection,
      options: `${connection.options}${settings}`,
      connectionString: options.url,
      application_name: "clientela",
      max,
    });
    readers.on("error", lost);
    return readers;
  };
  const readers = openReaders(poolSize);
  const keyReaders = openReaders(Math.ceil(poolSize / 2), KEPT_PLANS);
  // A checked-out client that dies without a listener would end the process.
  for (const one of [pool, readers, keyReaders]) {
    one.on("connect", (client) => {
      client.on("error", lost);
    });
  }

  return {
    source,
    pool,
    url: options.url,
    db: (stats = new SqlStats()) => Db.open(source, new Reads(readers), stats),
    readsByKey: () => {
      const reads = new Reads(keyReaders);
      return (stats) => Db.open(source, reads, stats);
    },
    answers: (milliseconds) => answersWithin(readers, milliseconds),
    close: async () => {
      closing = true;
      await Promise.all([source.destroy(), readers.end(), keyReaders.end()]);
    },
  };
}

/** Brings the schema up to date; of several processes that start at once, one does it. */
export async function migrate(database: Database): Promise<void> {
  await underMigrationLock(database.pool, async (client) => {
    const { rows } = await client.query("SHOW server_version_num");
    const version = Number(rows[0]?.server_version_num);
    if (version < 150_000) {
      throw new SetupError(
        `PostgreSQL 15 or newer is needed; the server at DATABASE_URL is version ${Math.floor(version / 10_000)}.`,
      );
    }
    await database.source.runMigrations();
  });
}

async function answersWithin(pool: pg.Pool, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const answer = pool.query("SELECT 1").then(
    () => true,
    () => false,
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
