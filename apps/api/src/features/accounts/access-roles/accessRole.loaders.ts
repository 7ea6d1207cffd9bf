import type { Role } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { selectList } from "../../../platform/database/columns.js";
import type { BatchLoader } from "../../../platform/readContext.js";
import { rowsById } from "../../../platform/records/byId.js";
import { AccessRole } from "./accessRole.entity.js";

/** Access roles by id. */
export const accessRoleById = rowsById(AccessRole, [sql`true`]);

/** The presets, by their role. */
export const presetByRole: BatchLoader<Role, undefined, AccessRole> = async (
  roles,
  _args,
  { db },
) => {
  const rows = await db.rowsOf(
    AccessRole,
    sql`SELECT ${selectList(AccessRole, "r")} FROM access_roles r WHERE r.own_permissions IS NULL`,
  );
  return roles.map((role) => {
    const preset = rows.find(({ basedOn }) => basedOn === role);
    if (!preset) throw new Error(`there is no preset ${role}`);
    return preset;
  });
};
