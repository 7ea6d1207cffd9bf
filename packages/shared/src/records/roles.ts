import { CUSTOMER_RECORD_KINDS, OTHER_RECORD_KINDS, type RECORD_KINDS } from "./recordKinds.js";

/** The roles a person or an API key can act in, from the most to the least powerful. */
export const ROLES = ["admin", "sales", "finance", "projects", "viewer"] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** A noun that is guarded. */
export type Noun = Extract<
  (typeof RECORD_KINDS)[keyof typeof RECORD_KINDS],
  { noun: string }
>["noun"];

const nounsOf = (kinds: Readonly<Record<string, { value: string; noun?: Noun }>>): Noun[] =>
  Object.values(kinds).flatMap(({ noun }) => noun ?? []);

/** The nouns that are guarded; each can be read and written. */
export const NOUNS: readonly Noun[] = [
  ...new Set([...nounsOf(CUSTOMER_RECORD_KINDS), ...nounsOf(OTHER_RECORD_KINDS)]),
];

/** The nouns that carry money, which the projects role is not shown. */
export const MONEY_NOUNS = ["deals", "quotes", "orders", "invoices"] as const satisfies Noun[];

/**
 * What an actor may do; `customers:billing` is the write of legal and billing data alone,
 * `customers:erase` the erasure of a person's data, and `tasks:own` the making of tasks, and the write of those that
 * one made, that are assigned to one, or that are of customers whom one looks after.
 */
export type Permission =
  | `${Noun}:${"read" | "write"}`
  | "customers:billing"
  | "customers:erase"
  | "tasks:own";

const reading = (nouns: readonly Noun[]): Permission[] =>
  nouns.map((noun): Permission => `${noun}:read`);
const writing = (nouns: readonly Noun[]): Permission[] =>
  nouns.map((noun): Permission => `${noun}:write`);

/** Every permission there is. */
export const PERMISSIONS: readonly Permission[] = [
  ...NOUNS.flatMap((noun): Permission[] => [`${noun}:read`, `${noun}:write`]),
  "customers:billing",
  "customers:erase",
  "tasks:own",
];

/** For persons alone: each use of the first two gives access or takes it, and a key has no tasks of its own. */
const OF_PERSONS: readonly Permission[] = ["users:write", "keys:write", "tasks:own"];

/** The permissions that an API key can be given as scopes. */
export const KEY_SCOPES: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !OF_PERSONS.includes(permission),
);

/** The permission to read what another permission is about: `orders:read` for `orders:write`. */
export function readOf(permission: Permission): Permission {
  const noun = NOUNS.find((one) => permission.startsWith(`${one}:`));
  return noun ? `${noun}:read` : permission;
}

const ALL_BUT_ADMINS = NOUNS.filter((noun) => noun !== "keys" && noun !== "webhooks");
const MONEY: readonly Noun[] = MONEY_NOUNS;

/** What everyone does who works with customers: write notes and log conversations, attach files, and look after tasks of their own. */
const DAILY_WORK: readonly Permission[] = [...writing(["activity", "files"]), "tasks:own"];

/**
 * What each role may do. An import writes customers, so it goes with `customers:write`; keys and
 * webhooks are the admin's; colleagues' names and the organisation's settings are readable by everyone who is in.
 */
export const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  admin: new Set(PERMISSIONS),
  sales: new Set([
    ...reading(ALL_BUT_ADMINS),
    ...writing(["customers", "contacts", "deals", "quotes", "orders", "imports", "exports"]),
    ...DAILY_WORK,
    "customers:billing",
  ]),
  finance: new Set([
    ...reading(ALL_BUT_ADMINS),
    ...writing(["orders", "invoices", "imports", "exports"]),
    ...DAILY_WORK,
    "customers:billing",
  ]),
  projects: new Set([
    ...reading(
      ALL_BUT_ADMINS.filter(
        (noun) => !MONEY.includes(noun) && noun !== "imports" && noun !== "exports",
      ),
    ),
    ...writing(["projects", "tasks", "time"]),
    ...DAILY_WORK,
  ]),
  viewer: new Set(reading(ALL_BUT_ADMINS)),
};

/** Whether a role grants a permission. */
export function mayDo(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].has(permission);
}
