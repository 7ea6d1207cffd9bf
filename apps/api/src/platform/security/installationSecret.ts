import { randomBytes } from "node:crypto";
import sql from "sql-template-tag";
import type { Db } from "../database/db.js";

/** A secret that the installation makes once for itself, shared by its processes. */
export async function installationSecret(db: Db, name: string): Promise<string> {
  const find = () =>
    db.row<{ value: string }>(sql`SELECT value FROM installation_secrets WHERE name = ${name}`);
  const known = await find();
  if (known) return known.value;
  await db.execute(sql`
    INSERT INTO installation_secrets (name, value) VALUES (${name}, ${randomBytes(32).toString("base64url")})
    ON CONFLICT (name) DO NOTHING`);
  const made = await find();
  if (!made) throw new Error(`the secret ${name} could not be stored`);
  return made.value;
}
