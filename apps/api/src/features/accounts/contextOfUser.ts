import { ROLE_PERMISSIONS, type Role } from "@clientela/shared/roles";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../platform/app.js";
import type { Context } from "../../platform/context.js";
import type { Db } from "../../platform/database/db.js";
import { RequestContext } from "../../platform/request/requestContext.js";
import { systemContext } from "../../platform/request/systemContext.js";

/** The context of work that a person asked for earlier, in a transaction; the system's where the person is gone. */
export async function contextOfUser(app: App, userId: string | null, tx: Db): Promise<Context> {
  const user = await tx.row<{ id: string; name: string; email: string; role: Role }>(sql`
    SELECT id, name, email, role FROM users WHERE id = ${userId}::uuid`);
  const context = user
    ? new RequestContext(
        app,
        { kind: "USER", permissions: ROLE_PERMISSIONS[user.role], sessionId: null, ...user },
        "en",
        uuidV7(),
      )
    : systemContext(app);
  context.db = tx;
  return context;
}
