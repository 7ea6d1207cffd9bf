import { ROLE_PERMISSIONS, ROLES, type Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import { selectList } from "../../../platform/database/columns.js";
import type { FindViewedRole } from "../../../platform/http/viewAs.js";
import { AccessRole } from "./accessRole.entity.js";

const idSchema = z.uuid();
const isPreset = (name: string): name is Role => ROLES.some((role) => role === name);

/** Finds the roles that admins view as; see `viewAs`. */
export const viewedRoleFinder =
  (app: App): FindViewedRole =>
  async (name) => {
    if (isPreset(name)) {
      const permissions = ROLE_PERMISSIONS[name];
      return { role: name, accessRoleId: null, permissions, recordAccess: "ALL" };
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
      accessRoleId: found.isPreset() ? null : found.id,
      permissions: new Set(found.permissions()),
      recordAccess: found.recordAccess,
    };
  };
