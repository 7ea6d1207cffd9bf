import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";

// A person with a custom role may have fewer permissions than an admin, even if it is a copy of that preset.
const isAdmin = sql`role = 'admin' AND access_role_id IS NULL`;

/** Locks all admins, so that two of them cannot take the role from each other concurrently. */
export async function lockAdmins(context: Context): Promise<void> {
  await context.db.execute(sql`SELECT 1 FROM users WHERE ${isAdmin} ORDER BY id FOR UPDATE`);
}

/** Throws Invalid at `path` if nobody could administer any more; whoever never accepted their invitation does not count. */
export async function assertAdminLeft(context: Context, path: string): Promise<void> {
  const left = await context.db.row(
    sql`SELECT 1 FROM users WHERE ${isAdmin} AND disabled_at IS NULL AND email_verified LIMIT 1`,
  );
  if (!left) throw new Invalid([{ path, code: "last_admin" }]);
}
