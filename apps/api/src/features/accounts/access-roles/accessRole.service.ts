import { NEED_ALL_CUSTOMERS } from "@clientela/shared/records/recordAccess";
import { PERMISSIONS, type Permission, type Role, readOf } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { IsNull, Not } from "typeorm";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { selectList } from "../../../platform/database/columns.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { RECORD_ACCESS, type RecordAccess } from "../../../platform/database/recordScope.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import {
  insertRecord,
  lockForReference,
  lockRecord,
  recordActivity,
  type Subject,
  updateRecord,
} from "../../../platform/records/write.js";
import { User } from "../user.entity.js";
import { AccessRole } from "./accessRole.entity.js";
import type { CreateAccessRoleInput, UpdateAccessRoleInput } from "./accessRole.input.js";
import { accessRoleById } from "./accessRole.loaders.js";
import { grantedPermissions } from "./grantedPermissions.js";

const MAX_ROLES = 50;

const subject: Subject<AccessRole, "AccessRole"> = {
  type: AccessRole,
  name: "AccessRole",
  parentIdOf: () => null,
};

const name = z.string().trim().min(1).max(60);
const permissions = z.array(z.enum(PERMISSIONS, "not_in_list")).max(PERMISSIONS.length);
const recordAccess = z.enum(RECORD_ACCESS, "not_in_list");
const createSchema = z.object({
  name,
  permissions: permissions.nullish(),
  recordAccess: recordAccess.nullish(),
});
const updateSchema = createSchema.extend({ name: name.nullish() });

const anyRole = sql`true`;

/** All roles, the presets first, then custom ones by name. */
export function accessRoles(context: Context): Promise<AccessRole[]> {
  return context.db.rowsOf(
    AccessRole,
    sql`
      SELECT ${selectList(AccessRole, "r")} FROM access_roles r
      ORDER BY (r.own_permissions IS NOT NULL),
               array_position(ARRAY['admin', 'sales', 'finance', 'projects', 'viewer'], r.based_on), fold(r.name), r.id`,
  );
}

// Nobody grants others, or through a role themselves, more than they have.
const isBeyond =
  ({ actor }: Context) =>
  (permission: Permission): boolean =>
    !actor.permissions.has(permission);

function assertMayGrant(
  context: Context,
  given: readonly Permission[],
  held: readonly Permission[] = [],
): void {
  const beyond = given.findIndex((one) => !held.includes(one) && isBeyond(context)(one));
  if (beyond >= 0) throw new Invalid([{ path: `permissions.${beyond}`, code: "beyond_role" }]);
}

// What concerns all customers at once is not for people who see some of them.
function assertFits(
  access: RecordAccess,
  granted: readonly Permission[],
  given: readonly Permission[] | null | undefined,
): void {
  if (access === "ALL") return;
  const wrong = (given ?? granted).findIndex((one) => NEED_ALL_CUSTOMERS.includes(one));
  if (wrong < 0) return;
  const path = given ? `permissions.${wrong}` : "recordAccess";
  throw new Invalid([{ path, code: "needs_all_customers" }]);
}

// The app shows nothing of what a person may not read, so a permission to write it could not be used.
function assertReadable(given: readonly Permission[]): void {
  const unread = given.findIndex((one) => !given.includes(readOf(one)));
  const permission = given[unread];
  if (!permission) return;
  const params = { permission: readOf(permission) };
  throw new Invalid([{ path: `permissions.${unread}`, code: "needs_read", params }]);
}

const inOrder = (given: readonly Permission[]) =>
  PERMISSIONS.filter((permission) => given.includes(permission));

async function withNameOfItsOwn<T>(context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await context.db.attempt(work);
  } catch (error) {
    if (brokenUniqueIndex(error) !== "access_roles_name_key") throw error;
    throw new Invalid([{ path: "name", code: "taken" }]);
  }
}

/** Copies a role. Throws NotFound, and Invalid for a name in use, for permissions that the caller lacks or that need another one, and beyond 50 roles. */
export async function createAccessRole(
  context: Context,
  input: CreateAccessRoleInput,
): Promise<AccessRole> {
  const { name, permissions, recordAccess } = parseInput(createSchema, input);
  const copied = await lockForReference(
    context,
    AccessRole,
    parseId(input.copyOfId, "copyOfId"),
    anyRole,
  );
  const given = permissions ?? copied.permissions();
  if (permissions) {
    assertMayGrant(context, permissions);
    assertReadable(permissions);
  } else if (given.some(isBeyond(context))) {
    throw new Invalid([{ path: "copyOfId", code: "beyond_role" }]);
  }
  const access = recordAccess ?? copied.recordAccess;
  assertFits(access, given, permissions);
  const ownRoles = { ownPermissions: Not(IsNull()) };
  if ((await context.db.manager.countBy(AccessRole, ownRoles)) >= MAX_ROLES) {
    throw new Invalid([{ path: "name", code: "too_many", params: { max: MAX_ROLES } }]);
  }
  return withNameOfItsOwn(context, () =>
    insertRecord(context, subject, {
      name,
      basedOn: copied.basedOn,
      ownPermissions: inOrder(given),
      recordAccess: access,
    }),
  );
}

async function lockOwn(context: Context, id: string): Promise<AccessRole> {
  const role = await lockRecord(context, AccessRole, parseId(id), anyRole);
  if (role.isPreset()) throw new Invalid([{ path: "id", code: "preset_role" }]);
  return role;
}

/**
 * Changes the name or the permissions of a role; open connections of its people are checked again at once.
 * Throws NotFound, Conflict, and Invalid for a preset, a name in use, and permissions that the caller lacks.
 */
export async function updateAccessRole(
  context: Context,
  input: UpdateAccessRoleInput,
): Promise<AccessRole> {
  const { name, permissions, recordAccess } = parseInput(updateSchema, input);
  const current = await lockOwn(context, input.id);
  // Permissions that it grants already were granted by someone who had them.
  if (permissions) {
    assertMayGrant(context, permissions, current.permissions());
    assertReadable(permissions);
  }
  assertFits(recordAccess ?? current.recordAccess, current.permissions(), permissions);
  return withNameOfItsOwn(context, () =>
    updateRecord(context, subject, current, input.version, {
      name: name ?? undefined,
      ownPermissions: permissions ? inOrder(permissions) : undefined,
      recordAccess: recordAccess ?? undefined,
    }),
  );
}

/** Deletes a role that nobody has. Throws NotFound, and Invalid for a preset and for a role that is in use. */
export async function deleteAccessRole(context: Context, id: string): Promise<AccessRole> {
  const role = await lockOwn(context, id);
  const count = await context.db.manager.countBy(User, { accessRoleId: role.id });
  if (count > 0) throw new Invalid([{ path: "id", code: "role_in_use", params: { count } }]);
  await context.db.manager.delete(AccessRole, { id: role.id });
  await recordActivity(context, subject, [role], "deleted");
  return role;
}

/** The role to assign to a person, as the columns of a user, with its name. */
export interface GivenRole {
  role: Role;
  accessRoleId: string | null;
  name: string;
}

/**
 * The role that an input assigns by `role` or `roleId`; null if it assigns none. Throws Invalid for both at once, and
 * for a role that is unknown or grants more than the caller has.
 */
export async function givenRole(
  context: Context,
  { role, roleId }: { role?: Role | null | undefined; roleId?: string | null | undefined },
): Promise<GivenRole | null> {
  if (role != null && roleId != null) throw new Invalid([{ path: "roleId", code: "role_twice" }]);
  if (role == null && roleId == null) return null;
  const path = role == null ? "roleId" : "role";
  const found = await context.db.manager.findOne(AccessRole, {
    where:
      role == null
        ? { id: parseId(roleId ?? "", "roleId") }
        : { basedOn: role, ownPermissions: IsNull() },
    lock: { mode: "for_key_share" },
  });
  if (!found) throw new Invalid([{ path, code: "unknown_record" }]);
  if (found.permissions().some(isBeyond(context))) {
    throw new Invalid([{ path, code: "beyond_role" }]);
  }
  return {
    role: found.basedOn,
    accessRoleId: found.isPreset() ? null : found.id,
    name: found.name,
  };
}

/** Throws Invalid at `path` for a person who may do more than the caller: whoever gets their link gets their access. */
export async function assertMayGrantAccessOf(
  context: Context,
  { role, accessRoleId }: User,
  path: string,
): Promise<void> {
  const own = accessRoleId === null ? null : await context.load(accessRoleById, accessRoleId);
  const granted = grantedPermissions(role, own?.ownPermissions ?? null);
  if ([...granted].some(isBeyond(context))) throw new Invalid([{ path, code: "may_do_more" }]);
}
