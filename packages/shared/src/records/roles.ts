/** The roles a person or an API key can act in, from the most to the least powerful. */
export const ROLES = ["admin", "sales", "finance", "projects", "viewer"] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** The nouns that are guarded; each can be read and written. */
export const NOUNS = [
  "customers",
  "contacts",
  "projects",
  "time",
  "tasks",
  "deals",
  "quotes",
  "orders",
  "invoices",
  "files",
  "activity",
  "imports",
  "exports",
  "users",
  "keys",
  "webhooks",
  "settings",
] as const;

/** One of the guarded nouns. */
export type Noun = (typeof NOUNS)[number];

/** The nouns that carry money, which the projects role is not shown. */
export const MONEY_NOUNS = ["deals", "quotes", "orders", "invoices"] as const satisfies Noun[];

/**
 * What an actor may do; `customers:billing` is the write of legal and billing data alone, and
 * `customers:erase` the erasure of a person's data.
 */
export type Permission = `${Noun}:${"read" | "write"}` | "customers:billing" | "customers:erase";

const reading = (nouns: readonly Noun[]): Permission[] =>
  nouns.map((noun): Permission => `${noun}:read`);
const writing = (nouns: readonly Noun[]): Permission[] =>
  nouns.map((noun): Permission => `${noun}:write`);

/** Every permission there is. */
export const PERMISSIONS: readonly Permission[] = [
  ...NOUNS.flatMap((noun): Permission[] => [`${noun}:read`, `${noun}:write`]),
  "customers:billing",
  "customers:erase",
];

/** Permissions whose every use gives access or takes it, which is for persons alone. */
const OF_PERSONS: readonly Permission[] = ["users:write", "keys:write"];

/** The permissions that an API key can be given as scopes. */
export const KEY_SCOPES: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !OF_PERSONS.includes(permission),
);

const ALL_BUT_ADMINS = NOUNS.filter((noun) => noun !== "keys" && noun !== "webhooks");
const MONEY: readonly Noun[] = MONEY_NOUNS;

/**
 * What each role may do. An import writes customers, so it goes with `customers:write`; keys and
 * webhooks are the admin's; colleagues' names and the organisation's settings are readable by everyone who is in.
 */
export const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  admin: new Set(PERMISSIONS),
  sales: new Set([
    ...reading(ALL_BUT_ADMINS),
    ...writing([
      "customers",
      "contacts",
      "deals",
      "quotes",
      "orders",
      "activity",
      "imports",
      "exports",
    ]),
    "customers:billing",
  ]),
  finance: new Set([
    ...reading(ALL_BUT_ADMINS),
    ...writing(["orders", "invoices", "exports"]),
    "customers:billing",
  ]),
  projects: new Set([
    ...reading(
      ALL_BUT_ADMINS.filter(
        (noun) => !MONEY.includes(noun) && noun !== "imports" && noun !== "exports",
      ),
    ),
    ...writing(["projects", "tasks", "time", "files"]),
  ]),
  viewer: new Set(reading(ALL_BUT_ADMINS)),
};

/** Says whether a role grants a permission. */
export function mayDo(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].has(permission);
}
