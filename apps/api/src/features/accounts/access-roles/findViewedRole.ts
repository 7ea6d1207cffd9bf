import { ROLES, type Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import { selectList } from "../../../platform/database/columns.js";
import type { RecordAccess } from "../../../platform/database/recordScope.js";
import type { FindViewedRole } from "../../../platform/http/viewAs.js";
import { AccessRole } from "./accessRole.entity.js";
import { grantedPermissions } from "./grantedPermissions.js";
import { scoped } from "./scoped.js";

const idSchema = z.uuid();
const isPreset = (name: string): name is Role => ROLES.some((role) => role === name);

// Whoever sees some customers only sees no more by viewing as a role that sees all.
function narrower(one: RecordAccess, other: RecordAccess): RecordAccess {
  if (one === other || other === "ALL") return one;
  return one === "ALL" ? other : "OWN";
}

/** Finds the roles that admins view as; see `viewAs`. */
export const viewedRoleFinder =
  (app: App): FindViewedRole =>
  async (name, { id, scope }) => {
    if (id === null) return null;
    const scopeOf = (access: RecordAccess) =>
      scoped(app, narrower(access, scope?.access ?? "ALL"), id);
    if (isPreset(name)) {
      return { role: name, permissions: grantedPermissions(name, null), ...scopeOf("ALL") };
    }
    if (!idSchema.safeParse(name).success) return null;
    const [found] = await app.database
      .db()
      .rowsOf(
        AccessRole,
        sql`SELECT ${selectList(AccessRole, "r")} FROM access_roles r WHERE r.id = ${name}::uuid`,
      );
    if (!found) return null;
    return {
      role: found.basedOn,
      ...(found.isPreset() ? {} : { accessRoleId: found.id }),
      permissions: grantedPermissions(found.basedOn, found.ownPermissions),
      ...scopeOf(found.recordAccess),
    };
  };
