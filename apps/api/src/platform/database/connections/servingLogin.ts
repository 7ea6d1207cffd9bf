import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import type { Logger } from "pino";
import { SetupError } from "../../setupError.js";
import { underMigrationLock } from "../migrationLock.js";
import { withClient } from "./client.js";
import { type AppendOnly, grantTables, joinServingRole, SERVING_ROLE } from "./servingRole.js";

const PREFIX = "clientela_app_";
const LONGEST_NAME = 63;
const SCRAM_ITERATIONS = 4096;
const DUPLICATE_OBJECT = "42710";
const UNIQUE_VIOLATION = "23505";
const INTERNAL_ERROR = "XX000";
const INSUFFICIENT_PRIVILEGE = "42501";
// Class 28 is a refused login; a connection pooler that does not know the user responds with 08P01.
const LOGIN_REFUSED = /^28|^08P01$|^42501$/;

/** A login of the database server that may read and write rows, and nothing else. */
export interface ServingLogin {
  name: string;
  password: string;
  /** The owner's connection string with this login in it. */
  url: string;
}

/**
 * The login that serves the database at `ownerUrl`. Its password is derived from the owner's, so that every process
 * with the same DATABASE_URL knows it and none has to store it. Null where the URL has no password to derive it from.
 */
export function servingLoginOf(ownerUrl: string): ServingLogin | null {
  const url = new URL(ownerUrl);
  const owner = decodeURIComponent(url.username);
  const secret = decodeURIComponent(url.password);
  if (!owner || !secret || url.searchParams.has("user") || url.searchParams.has("password"))
    return null;
  const plain = `${PREFIX}${owner}`;
  const name =
    Buffer.byteLength(plain) <= LONGEST_NAME
      ? plain
      : `${PREFIX}${createHash("sha256").update(owner).digest("hex").slice(0, 32)}`;
  const password = Buffer.from(hkdfSync("sha256", secret, owner, name, 24)).toString("base64url");
  url.username = encodeURIComponent(name);
  url.password = password;
  return { name, password, url: url.href };
}

const codeOf = (error: unknown): string =>
  error instanceof pg.DatabaseError ? (error.code ?? "") : "";

const onConnection = <T>(url: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
  withClient({ connectionString: url, connectMs: 10_000 }, work);

/** Whether the login succeeds; throws where the server does not respond at all. */
async function canLogIn(url: string): Promise<boolean> {
  try {
    await onConnection(url, async () => undefined);
    return true;
  } catch (error) {
    if (LOGIN_REFUSED.test(codeOf(error))) return false;
    throw error;
  }
}

/** What the server stores of a password (RFC 5803): it is sent instead, so that the password itself is in no server log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, "sha256");
  const keyOf = (use: string) => createHmac("sha256", salted).update(use).digest();
  const stored = createHash("sha256").update(keyOf("Client Key")).digest("base64");
  const server = keyOf("Server Key").toString("base64");
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString("base64")}$${stored}:${server}`;
}

/** Creates the login, or gives it the password derived from the owner's present one; returns whether it can sign in. */
async function makeLogin(client: pg.ClientBase, login: ServingLogin): Promise<boolean> {
  if (await canLogIn(login.url)) return true;
  const name = pg.escapeIdentifier(login.name);
  const password = pg.escapeLiteral(scramVerifier(login.password));
  try {
    await client.query(
      `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${password}`,
    );
  } catch (error) {
    const code = codeOf(error);
    if (code === INSUFFICIENT_PRIVILEGE) return false;
    // Roles belong to the whole server, where another installation of this owner may create it at this moment.
    if (code !== DUPLICATE_OBJECT && code !== UNIQUE_VIOLATION) throw error;
    try {
      await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${password}`);
    } catch (refusal) {
      if (codeOf(refusal) === INSUFFICIENT_PRIVILEGE) return false;
      if (codeOf(refusal) !== INTERNAL_ERROR) throw refusal;
    }
  }
  return canLogIn(login.url);
}

/** The privileges of a login beyond rows, as text; null where it has none. */
async function excessOf(url: string): Promise<string | null> {
  return onConnection(url, async (client) => {
    const { rows } = await client.query<{ excess: string | null }>(`
      SELECT CASE
        WHEN r.rolsuper THEN 'is a superuser'
        WHEN r.rolcreaterole THEN 'may make roles'
        WHEN pg_has_role(r.oid, c.relowner, 'MEMBER') THEN 'owns the tables'
        WHEN EXISTS (
          SELECT 1 FROM pg_roles f WHERE pg_has_role(r.oid, f.oid, 'MEMBER')
            AND f.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
        ) THEN 'may reach the files of the database server'
      END AS excess
      FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = 'migrations'::regclass`);
    return rows[0]?.excess ?? null;
  });
}

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

async function grantGiven(
  client: pg.ClientBase,
  url: string,
  appendOnly: AppendOnly,
): Promise<void> {
  const user = userOf(url);
  if (!(await canLogIn(url)))
    throw new SetupError(
      `The user ${user} of SERVING_DATABASE_URL cannot sign in to the database. Check its name and password.`,
    );
  const excess = await excessOf(url);
  if (excess)
    throw new SetupError(
      `The user ${user} of SERVING_DATABASE_URL ${excess}. Name a user that is allowed nothing but to connect.`,
    );
  await grantTables(client, user, appendOnly);
}

/** The login that the server uses, and how it was determined. */
export interface ServingOptions {
  /** The URL of DATABASE_URL or of the embedded server. */
  ownerUrl: string;
  /** The URL of SERVING_DATABASE_URL, where it is set. */
  servingUrl: string | undefined;
  appendOnly: AppendOnly;
  log: Logger;
}

/**
 * Prepares the login for serving, once all tables exist, and returns its URL: the configured
 * one, else one of our own, else the owner's, which switches to a lesser role if it may.
 * Throws a SetupError where the configured one cannot sign in or has too many privileges.
 */
export async function prepareServing(
  pool: pg.Pool,
  { ownerUrl, servingUrl, appendOnly, log }: ServingOptions,
): Promise<string> {
  return underMigrationLock(pool, async (client) => {
    if (servingUrl) {
      await grantGiven(client, servingUrl, appendOnly);
      return servingUrl;
    }
    const login = servingLoginOf(ownerUrl);
    if (login && (await makeLogin(client, login))) {
      await grantTables(client, login.name, appendOnly);
      return login.url;
    }
    if (await joinServingRole(client)) {
      await grantTables(client, SERVING_ROLE, appendOnly);
      log.warn(
        `the database's user may make no logins: it serves people as the role ${SERVING_ROLE}, which a statement could leave again; set SERVING_DATABASE_URL`,
      );
    } else {
      log.warn(
        "the database's user may make neither logins nor roles, so that triggers alone guard the history; set SERVING_DATABASE_URL",
      );
    }
    return ownerUrl;
  });
}
