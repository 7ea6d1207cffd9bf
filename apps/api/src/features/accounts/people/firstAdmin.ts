import type { Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import { z } from "zod";
import type { Db } from "../../../platform/database/db.js";
import { Forbidden } from "../../../platform/errors.js";
import { hashSecret, newSecret } from "../../../platform/security/secretToken.js";
import { SetupError } from "../../../platform/setupError.js";
import { isGuessable } from "../guessablePassword.js";
import { hashPassword, newPasswordSchema } from "./password.js";

/** The data of an account with a password. */
export const newAccountSchema = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("invalid_email")),
  password: newPasswordSchema,
});
type NewAccount = z.output<typeof newAccountSchema>;

/** The data of the first admin: the token of the link, and an account whose password is not easily guessed. */
export const firstAdminSchema = newAccountSchema.extend({
  token: z.string().min(1).max(200),
  password: newPasswordSchema.refine(
    async (password) => !(await isGuessable(password)),
    "common_password",
  ),
});

/** Whether anyone can sign in yet. */
export async function anyoneCanSignIn(db: Db): Promise<boolean> {
  return (await db.row(sql`SELECT 1 FROM credentials LIMIT 1`)) !== null;
}

/**
 * Sets a user's password in place of any before, which stops working; browsers that were known
 * before become unknown.
 */
export async function setPassword(db: Db, userId: string, password: string): Promise<void> {
  await db.execute(sql`
    INSERT INTO credentials (user_id, account_id, provider_id, password)
    VALUES (${userId}, ${userId}, 'credential', ${await hashPassword(password)})
    ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`);
  await db.execute(sql`
    WITH steps AS (DELETE FROM sign_in_steps WHERE user_id = ${userId})
    DELETE FROM known_devices WHERE user_id = ${userId}`);
}

/** Creates a user who signs in with e-mail and password; returns the id. */
export async function addAccount(db: Db, account: NewAccount, role: Role): Promise<string> {
  const id = uuidV7();
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      INSERT INTO users (id, name, email, email_verified, role)
      VALUES (${id}, ${account.name}, ${account.email}, true, ${role})`);
    await setPassword(tx, id, account.password);
  });
  return id;
}

/** A new token for the link that creates the first admin; the previous one stops working. */
export async function renewFirstAdminToken(db: Db): Promise<string> {
  const token = newSecret();
  await db.execute(sql`
    INSERT INTO first_admin_links (token_hash) VALUES (${hashSecret(token)})
    ON CONFLICT (singleton) DO UPDATE SET token_hash = excluded.token_hash, created_at = now()`);
  return token;
}

// Processes that start concurrently, and whoever opens the link meanwhile, create one first account.
async function whileNobodyCanSignIn(
  db: Db,
  work: (tx: Db) => Promise<void>,
): Promise<"done" | "somebody can"> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('clientela first admin'))`);
    if (await anyoneCanSignIn(tx)) return "somebody can";
    await work(tx);
    return "done";
  });
}

/** Creates the admin of the settings if nobody can sign in yet. Throws a SetupError for a password that is easily guessed. */
export async function ensureFirstAdmin(db: Db, email: string, password: string): Promise<void> {
  if (await anyoneCanSignIn(db)) return;
  if (await isGuessable(password, [email]))
    throw new SetupError("ADMIN_PASSWORD is too easy to guess. Choose another one.");
  const account = { name: "Admin", email: email.toLowerCase(), password };
  await whileNobodyCanSignIn(db, async (tx) => {
    await addAccount(tx, account, "admin");
  });
}

/** Creates the first admin, once: the token is used up. Throws Forbidden for any other token. */
export async function claimFirstAdmin(db: Db, token: string, account: NewAccount): Promise<void> {
  const claimed = await whileNobodyCanSignIn(db, async (tx) => {
    const used = await tx.execute(
      sql`DELETE FROM first_admin_links WHERE token_hash = ${hashSecret(token)}`,
    );
    if (used === 0) throw new Forbidden();
    await addAccount(tx, account, "admin");
  });
  if (claimed !== "done") throw new Forbidden();
}
