import {
  PERMISSIONS,
  type Permission,
  ROLE_PERMISSIONS,
  type Role,
} from "@clientela/shared/records/roles";

const known: ReadonlySet<string> = new Set(PERMISSIONS);
const isPermission = (name: string): name is Permission => known.has(name);

/**
 * The permissions of a person: those of a custom access role, else those of the preset.
 * @param own - the names stored with the access role; those that no longer exist grant nothing
 */
export function grantedPermissions(
  role: Role,
  own: readonly string[] | null,
): ReadonlySet<Permission> {
  return own ? new Set(own.filter(isPermission)) : ROLE_PERMISSIONS[role];
}
