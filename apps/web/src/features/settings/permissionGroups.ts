import { NOUNS, type Noun, type Permission } from "@clientela/shared/records/roles";

/** The permissions of one noun, out of some. */
export interface PermissionGroup {
  noun: Noun;
  permissions: readonly Permission[];
}

const nounOf = (permission: Permission) => permission.split(":")[0];

const verbs = ["read", "own", "write", "billing", "erase"] as const;

/** The verb of a permission: `read`, `own`, `write`, `billing` or `erase`. */
export function verbOf(permission: Permission): (typeof verbs)[number] {
  return verbs.find((verb) => permission.endsWith(`:${verb}`)) ?? "write";
}

/** Permissions by noun; nouns without any are left out. */
export function permissionGroups(all: readonly Permission[]): PermissionGroup[] {
  return NOUNS.map((noun) => ({
    noun,
    permissions: all.filter((permission) => nounOf(permission) === noun),
  })).filter(({ permissions }) => permissions.length > 0);
}
