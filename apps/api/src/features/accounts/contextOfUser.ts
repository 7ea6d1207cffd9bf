import type { Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../platform/app.js";
import type { Context } from "../../platform/context.js";
import type { Db } from "../../platform/database/db.js";
import type { RecordAccess } from "../../platform/database/recordScope.js";
import { RequestContext } from "../../platform/request/requestContext.js";
import { systemContext } from "../../platform/request/systemContext.js";
import {
  joinOrganisation,
  type OrganisationRow,
  organisationColumns,
  organisationOf,
} from "../organisation/readOrganisation.js";
import { grantedPermissions } from "./access-roles/grantedPermissions.js";
import { scoped } from "./access-roles/scoped.js";

interface Asker {
  id: string;
  name: string;
  email: string;
  role: Role;
  ownPermissions: string[] | null;
  recordAccess: RecordAccess | null;
}

/** The context of work that a person started earlier, in a transaction; the system's if the person no longer exists. */
export async function contextOfUser(app: App, userId: string | null, tx: Db): Promise<Context> {
  const row = await tx.row<OrganisationRow & { asker: Asker | null }>(sql`
    SELECT (SELECT jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role,
                                       'ownPermissions', ar.own_permissions, 'recordAccess', ar.record_access)
            FROM users u LEFT JOIN access_roles ar ON ar.id = u.access_role_id WHERE u.id = ${userId}::uuid) AS asker, ${organisationColumns}
    FROM (SELECT 1) one ${joinOrganisation}`);
  const organisation = row ? organisationOf(app, row) : app.organisation;
  const asker = row?.asker;
  const context = asker
    ? new RequestContext(
        app,
        {
          kind: "USER",
          id: asker.id,
          name: asker.name,
          email: asker.email,
          role: asker.role,
          permissions: grantedPermissions(asker.role, asker.ownPermissions),
          sessionId: null,
          organisation,
          ...scoped(app, asker.recordAccess, asker.id),
        },
        "en",
        uuidV7(),
      )
    : systemContext(app, organisation);
  context.db = tx.within(context.actor.scope ?? null);
  return context;
}
