import {
  MONEY_NOUNS,
  mayDo,
  NOUNS,
  PERMISSIONS,
  ROLE_PERMISSIONS,
  ROLES,
  readOf,
} from "./roles.js";

const written = (role: (typeof ROLES)[number]) =>
  NOUNS.filter((noun) => mayDo(role, `${noun}:write`));
const hidden = (role: (typeof ROLES)[number]) =>
  NOUNS.filter((noun) => !mayDo(role, `${noun}:read`));

test("an admin may do everything", () => {
  expect([...ROLE_PERMISSIONS.admin].sort()).toEqual([...PERMISSIONS].sort());
});

test("each role writes its own nouns and no other", () => {
  expect(written("sales")).toEqual(
    // biome-ignore format: one line a role
    ["customers", "contacts", "deals", "quotes", "orders", "files", "activity", "imports", "exports"],
  );
  expect(written("finance")).toEqual([
    "orders",
    "invoices",
    "files",
    "activity",
    "imports",
    "exports",
  ]);
  expect(written("projects")).toEqual(["projects", "time", "tasks", "files", "activity"]);
  expect(written("viewer")).toEqual([]);
});

test("keys and webhooks are the admin's, and money is not shown to the projects role", () => {
  expect(hidden("sales")).toEqual(["keys", "webhooks"]);
  expect(hidden("finance")).toEqual(["keys", "webhooks"]);
  expect(hidden("viewer")).toEqual(["keys", "webhooks"]);
  expect(hidden("projects")).toEqual([...MONEY_NOUNS, "imports", "exports", "keys", "webhooks"]);
});

test("who writes a noun also reads it", () => {
  for (const role of ROLES) {
    for (const noun of written(role)) expect(mayDo(role, `${noun}:read`)).toBe(true);
  }
});

test("everyone but viewers has tasks of their own", () => {
  expect(ROLES.filter((role) => !mayDo(role, "tasks:own"))).toEqual(["viewer"]);
});

test("the data of a person is erased by admins alone", () => {
  expect(ROLES.filter((role) => mayDo(role, "customers:erase"))).toEqual(["admin"]);
});

test("legal and billing data are written by admin, sales and finance", () => {
  expect(ROLES.filter((role) => mayDo(role, "customers:billing"))).toEqual([
    "admin",
    "sales",
    "finance",
  ]);
});

test("every preset may read what it may write", () => {
  for (const role of ROLES)
    for (const permission of ROLE_PERMISSIONS[role])
      expect(ROLE_PERMISSIONS[role]).toContain(readOf(permission));
  expect([readOf("customers:erase"), readOf("tasks:own"), readOf("time:read")]).toEqual([
    "customers:read",
    "tasks:read",
    "time:read",
  ]);
});
