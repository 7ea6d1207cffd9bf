import { KEY_SCOPES, NOUNS, type Noun, type Permission } from "@clientela/shared/records/roles";

/** The permissions of one noun that a person can hand on. */
export interface ScopeGroup {
  noun: Noun;
  scopes: readonly Permission[];
}

const nounOf = (permission: Permission) => permission.split(":")[0];

const verbs = ["read", "write", "billing", "erase"] as const;

/** The verb of a permission: `read`, `write`, `billing` or `erase`. */
export function verbOf(permission: Permission): (typeof verbs)[number] {
  return verbs.find((verb) => permission.endsWith(`:${verb}`)) ?? "write";
}

/** What a person may hand on to a key, by noun; nouns of which they may do nothing are left out. */
export function scopeGroups(own: ReadonlySet<Permission>): ScopeGroup[] {
  return NOUNS.map((noun) => ({
    noun,
    scopes: KEY_SCOPES.filter((permission) => nounOf(permission) === noun && own.has(permission)),
  })).filter(({ scopes }) => scopes.length > 0);
}
