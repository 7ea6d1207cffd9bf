import { NOUNS, type Noun, PERMISSIONS, type Permission } from "@clientela/shared/roles";

/** The permissions of one noun that a person can hand on. */
export interface ScopeGroup {
  noun: Noun;
  scopes: readonly Permission[];
}

const nounOf = (permission: Permission) => permission.split(":")[0];

/** The verb of a permission: `read`, `write` or `billing`. */
export function verbOf(permission: Permission): "read" | "write" | "billing" {
  if (permission.endsWith(":read")) return "read";
  return permission.endsWith(":write") ? "write" : "billing";
}

/** What a person may hand on to a key, by noun; nouns of which they may do nothing are left out. */
export function scopeGroups(own: ReadonlySet<Permission>): ScopeGroup[] {
  return NOUNS.map((noun) => ({
    noun,
    scopes: PERMISSIONS.filter((permission) => nounOf(permission) === noun && own.has(permission)),
  })).filter(({ scopes }) => scopes.length > 0);
}
