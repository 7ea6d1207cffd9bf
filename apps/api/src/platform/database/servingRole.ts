import pg from "pg";
import { underMigrationLock } from "./migrationLock.js";

/** What the database's user becomes to serve people: it may read and write rows, and change neither tables nor history. */
const SERVING_ROLE = "clientela_serving";
const SCHEMAS = "'public', 'jobs'";
const ALREADY_THERE = new Set(["42710", "23505"]);
const NOT_ALLOWED = "42501";

/** Tables that are only added to, each with the columns that may be blanked all the same; a trigger says when. */
export type AppendOnly = Readonly<Record<string, readonly string[]>>;

const codeOf = (error: unknown): string =>
  error instanceof pg.DatabaseError ? (error.code ?? "") : "";

const IS_MEMBER = `SELECT 1 FROM pg_roles
  WHERE rolname = '${SERVING_ROLE}' AND pg_has_role(current_user, oid, 'MEMBER')`;

async function makeRole(client: pg.ClientBase): Promise<void> {
  if ((await client.query(IS_MEMBER)).rows.length > 0) return;
  try {
    // Roles belong to the whole server, where another installation may have made it.
    await client.query(`CREATE ROLE ${SERVING_ROLE} NOLOGIN`);
  } catch (error) {
    if (!ALREADY_THERE.has(codeOf(error))) throw error;
  }
  await client.query(`GRANT ${SERVING_ROLE} TO CURRENT_USER`);
}

async function grant(client: pg.ClientBase, appendOnly: AppendOnly): Promise<void> {
  // Extensions may have put tables of others beside ours.
  await client.query(`
    DO $$
    DECLARE
      name text;
      kind "char";
    BEGIN
      FOR name, kind IN
        SELECT c.oid::regclass::text, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN (${SCHEMAS}) AND c.relkind IN ('r', 'p', 'v', 'S') AND c.relowner = CURRENT_USER::regrole
      LOOP
        IF kind = 'S' THEN
          EXECUTE format('GRANT USAGE, SELECT, UPDATE ON SEQUENCE %s TO ${SERVING_ROLE}', name);
        ELSE
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${SERVING_ROLE}', name);
          IF current_setting('server_version_num')::int >= 170000 AND kind = 'r' THEN
            EXECUTE format('GRANT MAINTAIN ON %s TO ${SERVING_ROLE}', name);
          END IF;
        END IF;
      END LOOP;
      FOR name IN SELECT nspname FROM pg_namespace WHERE nspname IN (${SCHEMAS}) LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${SERVING_ROLE}', name);
      END LOOP;
    END $$`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${SERVING_ROLE}`);
  for (const [table, blanked] of Object.entries(appendOnly)) {
    await client.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${SERVING_ROLE}`);
    await client.query(`GRANT UPDATE (${blanked.join(", ")}) ON ${table} TO ${SERVING_ROLE}`);
  }
}

/**
 * Gives the serving role what it needs, once all tables are there; answers false where the database's user
 * may make no roles, so that only triggers guard what is append-only.
 */
export async function grantServing(pool: pg.Pool, appendOnly: AppendOnly): Promise<boolean> {
  return underMigrationLock(pool, async (client) => {
    try {
      await makeRole(client);
    } catch (error) {
      if (codeOf(error) === NOT_ALLOWED) return false;
      throw error;
    }
    await grant(client, appendOnly);
    return true;
  });
}

/** The connection option by which the user at `url` serves: none where it cannot take the role. */
export async function servingOption(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(IS_MEMBER);
    return rows.length > 0 ? ` -c role=${SERVING_ROLE}` : "";
  } finally {
    await client.end();
  }
}
