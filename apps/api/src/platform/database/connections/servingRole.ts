import pg from "pg";
import { withClient } from "./client.js";

/** The role that the database's user switches to if it has no serving login: it can change neither tables nor history. */
export const SERVING_ROLE = "clientela_serving";
const SCHEMAS = "'public', 'jobs'";
const ALREADY_THERE = new Set(["42710", "23505"]);
const NOT_ALLOWED = "42501";

/** Append-only tables, with the columns that may be blanked nevertheless; a trigger decides when. */
export type AppendOnly = Readonly<Record<string, readonly string[]>>;

const codeOf = (error: unknown): string =>
  error instanceof pg.DatabaseError ? (error.code ?? "") : "";

const IS_MEMBER = `SELECT 1 FROM pg_roles
  WHERE rolname = '${SERVING_ROLE}' AND pg_has_role(current_user, oid, 'MEMBER')`;

/** Creates the serving role and grants it to the database's user; returns false if that user may not do so. */
export async function joinServingRole(client: pg.ClientBase): Promise<boolean> {
  if ((await client.query(IS_MEMBER)).rows.length > 0) return true;
  try {
    await client
      .query(`CREATE ROLE ${SERVING_ROLE} NOLOGIN`)
      // Roles belong to the whole server, where another installation may have created it.
      .catch((error: unknown) => {
        if (!ALREADY_THERE.has(codeOf(error))) throw error;
      });
    await client.query(`GRANT ${SERVING_ROLE} TO CURRENT_USER`);
    return true;
  } catch (error) {
    if (codeOf(error) === NOT_ALLOWED) return false;
    throw error;
  }
}

async function grantAll(
  client: pg.ClientBase,
  role: string,
  appendOnly: AppendOnly,
): Promise<void> {
  // Extensions may have created tables of others in our schema.
  const { rows } = await client.query<{ name: string; kind: string }>(`
    SELECT c.oid::regclass::text AS name, c.relkind AS kind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN (${SCHEMAS}) AND c.relkind IN ('r', 'p', 'v', 'S') AND c.relowner = CURRENT_USER::regrole`);
  const namesOf = (...kinds: string[]) =>
    rows.flatMap(({ name, kind }) => (kinds.includes(kind) ? [name] : [])).join(", ");
  const grant = (rights: string, on: string) =>
    on ? client.query(`GRANT ${rights} ON ${on} TO ${role}`) : undefined;
  const version = await client.query("SELECT current_setting('server_version_num')::int AS num");
  const sequences = namesOf("S");
  await grant("USAGE", "SCHEMA public, jobs");
  await grant("USAGE, SELECT, UPDATE", sequences && `SEQUENCE ${sequences}`);
  await grant("SELECT, INSERT, UPDATE, DELETE", namesOf("r", "p", "v"));
  if (Number(version.rows[0]?.num) >= 170_000) await grant("MAINTAIN", namesOf("r"));
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${role}`);
  for (const [table, blanked] of Object.entries(appendOnly)) {
    await client.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${role}`);
    if (blanked.length > 0) await grant(`UPDATE (${blanked.join(", ")})`, table);
  }
}

/** Lets a role read and write the rows of all tables of the database's user, but not what is append-only. */
export async function grantTables(
  client: pg.ClientBase,
  role: string,
  appendOnly: AppendOnly,
): Promise<void> {
  // It never has more privileges than in the end, not even for a moment.
  await client.query("BEGIN");
  try {
    await grantAll(client, pg.escapeIdentifier(role), appendOnly);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** The connection option with which the user at `url` serves: none for a login of its own, and where it cannot take the role. */
export async function servingOption(url: string): Promise<string> {
  return withClient({ connectionString: url }, async (client) => {
    const { rows } = await client.query(IS_MEMBER);
    return rows.length > 0 ? ` -c role=${SERVING_ROLE}` : "";
  });
}
