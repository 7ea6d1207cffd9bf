import { randomInt } from "node:crypto";
import { SetupError } from "../../setupError.js";
import { type DatabaseClient, withClient } from "./client.js";

const ANSWER_MS = 3_000;
const MAX_KEY = 2 ** 47;
/** What a session gets by itself, as a pooler in transaction mode passes nothing on that a connection sets. */
const TIMEOUTS = { statement_timeout: "30s", idle_in_transaction_session_timeout: "60s" } as const;

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

const backendOf = async (client: DatabaseClient): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
};

const inTime = <T>(work: Promise<T>, late: T): Promise<T> => {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(resolve, ANSWER_MS, late);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

/** Whether a URL leads to a pooler that gives each transaction another session, as PgBouncer does in transaction mode. */
async function changesSessions(url: string): Promise<boolean> {
  const options = { connectionString: url };
  return withClient(options, async (first) => {
    const before = await backendOf(first);
    // A server reports the process that serves the connection; a pooler makes a number up.
    if (before === first.processID) return false;
    return withClient(options, async (second) => {
      // It takes the session that was used last, and keeps it.
      await second.query("BEGIN");
      await backendOf(second);
      return inTime(
        backendOf(first).then((after) => after !== before),
        true,
      );
    });
  });
}

/**
 * Refuses a database URL that leads to a pooler in transaction mode: migrations, notifications and locks of jobs need a session
 * of their own.
 * @throws SetupError
 */
export async function refusePooler(url: string): Promise<void> {
  // Where it cannot be reached at all, opening the database says so.
  if (!(await changesSessions(url).catch(() => false))) return;
  throw new SetupError(
    "DATABASE_URL leads to a connection pooler in transaction mode, through which notifications, locks and migrations do not work. Name the database server itself in DATABASE_URL, and the pooler in DATABASE_POOLER_URL.",
  );
}

/** What a pooler is checked against. */
export interface PoolerOptions {
  /** DATABASE_POOLER_URL; without a user it is used as the one of `servingUrl`. */
  poolerUrl: string;
  /** The URL that the server serves with, which leads to the database itself. */
  servingUrl: string;
}

/**
 * Prepares serving through a pooler in transaction mode, and returns the URL to do that with. The login gets its time limits
 * from its role.
 * @throws SetupError where the pooler leads elsewhere, does not answer, or signs in as another user
 */
export async function preparePooler({ poolerUrl, servingUrl }: PoolerOptions): Promise<string> {
  const url = new URL(poolerUrl);
  const serving = new URL(servingUrl);
  if (url.username === "") {
    url.username = serving.username;
    url.password = serving.password;
  }
  if (userOf(url.href) !== userOf(servingUrl))
    throw new SetupError(
      `The user ${userOf(url.href)} of DATABASE_POOLER_URL is not ${userOf(servingUrl)}, which serves. Leave the user out of it, and let the pooler know that one.`,
    );
  await withClient({ connectionString: servingUrl }, async (direct) => {
    for (const [name, limit] of Object.entries(TIMEOUTS))
      await direct.query(`ALTER ROLE CURRENT_USER SET ${name} = '${limit}'`);
    const key = randomInt(MAX_KEY);
    await direct.query("SELECT pg_advisory_lock($1)", [key]);
    if (await isFree(url, key))
      throw new SetupError(
        `DATABASE_POOLER_URL (${url.host}${url.pathname}) leads to another database than DATABASE_URL.`,
      );
  });
  return url.href;
}

/** Whether a lock that a session of the database holds is free where the pooler leads. */
async function isFree(url: URL, key: number): Promise<boolean> {
  try {
    return await withClient({ connectionString: url.href }, async (client) => {
      const { rows } = await client.query<{ free: boolean }>(
        "SELECT pg_try_advisory_xact_lock($1) AS free",
        [key],
      );
      return rows[0]?.free ?? true;
    });
  } catch (error) {
    throw new SetupError(
      `The connection pooler at ${url.host} does not answer (${reasonOf(error)}). Check DATABASE_POOLER_URL, and that the pooler knows the user ${userOf(url.href)} and its database.`,
    );
  }
}
