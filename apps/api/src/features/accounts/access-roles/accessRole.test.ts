import { ROLE_PERMISSIONS } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { keyWith } from "../../../../test/support/keyWith.js";
import { codeOf, issuesOf, NO_ID } from "../../../../test/support/refusals.js";
import { makeCustomer } from "../../customers/customer.factory.js";

const FIELDS = "id version name basedOn isPreset permissions";
const ALL = `{ accessRoles { ${FIELDS} } }`;
const CREATE = `mutation ($input: CreateAccessRoleInput!) { createAccessRole(input: $input) { accessRole { ${FIELDS} } } }`;
const UPDATE = `mutation ($input: UpdateAccessRoleInput!) { updateAccessRole(input: $input) { accessRole { ${FIELDS} } } }`;
const DELETE = `mutation ($input: DeleteAccessRoleInput!) { deleteAccessRole(input: $input) { accessRole { name } } }`;
const USER = `query ($id: ID!) { node(id: $id) { ... on User { version role accessRole { id name } } } }`;
const CHANGE = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { role accessRole { name isPreset } } } }`;
const MINE = "{ viewer { permissions } }";

interface AccessRole {
  id: string;
  version: number;
  name: string;
  basedOn: string;
  isPreset: boolean;
  permissions: string[];
}

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const all = async () => (await admin.ask<{ accessRoles: AccessRole[] }>(ALL)).data.accessRoles;
const presetOf = async (role: string) => {
  const found = (await all()).find((one) => one.isPreset && one.basedOn === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
};

async function make(name: string, preset: string, permissions?: string[]): Promise<AccessRole> {
  const { id: copyOfId } = await presetOf(preset);
  const answer = await admin.ask<{ createAccessRole: { accessRole: AccessRole } }>(CREATE, {
    input: { name, copyOfId, permissions },
  });
  expect(answer.errors).toBeUndefined();
  return answer.data.createAccessRole.accessRole;
}

async function give(person: Caller, input: object) {
  const { data } = await admin.ask<{ node: { version: number } }>(USER, { id: person.userId });
  return admin.ask(CHANGE, {
    input: { id: person.userId, version: data.node.version, ...input },
  });
}

/** A signed-in person with a role: assigning a role ends sessions, so they sign in again. */
async function personWith(roleId: string): Promise<Caller> {
  const person = await server.signIn("viewer");
  await server.db.execute(sql`
    UPDATE users u SET role = r.based_on, access_role_id = r.id
    FROM access_roles r WHERE r.id = ${roleId}::uuid AND u.id = ${person.userId}::uuid`);
  return person;
}

test("the five presets exist and grant what the registry says", async () => {
  const presets = (await all()).filter(({ isPreset }) => isPreset);
  expect(presets.map(({ name }) => name)).toEqual([
    "admin",
    "sales",
    "finance",
    "projects",
    "viewer",
  ]);
  expect(new Set(presets[2]?.permissions)).toEqual(ROLE_PERMISSIONS.finance);
});

test("a copy is changed permission by permission, effective from the next request on", async () => {
  const role = await make("Sales without orders", "sales");
  expect(role).toMatchObject({ basedOn: "sales", isPreset: false });
  const person = await personWith(role.id);
  const { id } = await makeCustomer(person);
  const order = `{ customer(id: "${id}") { orders { totalCount } } }`;
  expect(codeOf(await person.ask(order))).toBe("OK");
  const permissions = role.permissions.filter((one) => !one.startsWith("orders:"));
  const changed = await admin.ask(UPDATE, {
    input: { id: role.id, version: role.version, permissions },
  });
  expect(changed.errors).toBeUndefined();
  expect((await person.ask(MINE)).data).toEqual({ viewer: { permissions } });
  expect(codeOf(await person.ask(order))).toBe("FORBIDDEN");
});

test("keys can do no more than the role of their creator", async () => {
  const role = await make("Key maker", "admin");
  const person = await personWith(role.id);
  const headers = await keyWith(person, ["customers:read", "orders:read"]);
  const permissions = role.permissions.filter((one) => !one.startsWith("orders:"));
  await admin.ask(UPDATE, { input: { id: role.id, version: role.version, permissions } });
  expect((await server.stranger.ask(MINE, {}, headers)).data).toEqual({
    viewer: { permissions: ["customers:read"] },
  });
});

test("nobody grants permissions they lack, by changing a role or by assigning one", async () => {
  const manager = await make("People manager", "viewer", ["users:read", "users:write"]);
  const person = await personWith(manager.id);
  const admins = await presetOf("admin");
  const input = { name: "More", copyOfId: admins.id };
  expect(issuesOf(await person.ask(CREATE, { input }))).toEqual(["copyOfId beyond_role"]);
  const more = { ...input, permissions: ["users:read", "customers:read"] };
  expect(issuesOf(await person.ask(CREATE, { input: more }))).toEqual([
    "permissions.1 beyond_role",
  ]);
  const promote = { id: person.userId, version: 1 };
  for (const [given, path] of [
    [{ role: "admin" }, "role"],
    [{ roleId: admins.id }, "roleId"],
  ] as const) {
    const answer = await person.ask(CHANGE, { input: { ...promote, ...given } });
    expect(issuesOf(answer)).toEqual([`${path} beyond_role`]);
  }
});

test("what may not be read cannot be written either", async () => {
  const viewer = await presetOf("viewer");
  const input = { name: "x", copyOfId: viewer.id };
  for (const [permission, read] of [
    ["orders:write", "orders:read"],
    ["customers:billing", "customers:read"],
    ["tasks:own", "tasks:read"],
  ]) {
    const permissions = ["users:read", permission];
    const { errors } = await admin.ask(CREATE, { input: { ...input, permissions } });
    expect(errors?.[0]?.message).toContain(`permissions.1: needs ${read} as well`);
  }
  const role = await make("Reader", "viewer");
  const change = { id: role.id, version: role.version, permissions: ["orders:write"] };
  expect(issuesOf(await admin.ask(UPDATE, { input: change }))).toEqual([
    "permissions.0 needs_read",
  ]);
});

test("what concerns all customers cannot be granted together with a limit to some", async () => {
  const sales = await presetOf("sales");
  const create = (input: object) => admin.ask(CREATE, { input: { copyOfId: sales.id, ...input } });
  const permissions = ["customers:read", "webhooks:read"];
  expect(issuesOf(await create({ name: "x", recordAccess: "OWN", permissions }))).toEqual([
    "permissions.1 needs_all_customers",
  ]);
  const role = await make("With webhooks", "sales", permissions);
  const change = { id: role.id, version: role.version, recordAccess: "TEAM" };
  expect(issuesOf(await admin.ask(UPDATE, { input: change }))).toEqual([
    "recordAccess needs_all_customers",
  ]);
  const limited = await admin.ask(UPDATE, {
    input: { ...change, permissions: ["customers:read"] },
  });
  expect(limited.data).toMatchObject({ updateAccessRole: { accessRole: { version: 2 } } });
});

test("the last admin cannot get a copy of the admin role", async () => {
  const role = await make("Almost admin", "admin");
  const roleOf = give(admin, { roleId: role.id });
  expect(issuesOf(await roleOf)).toEqual(["id last_admin"]);
});

test("a new role ends the person's sessions, and the history names the role", async () => {
  const role = await make("Told by name", "finance");
  const person = await server.signIn("viewer");
  const given = await give(person, { roleId: role.id });
  expect(given.data).toEqual({
    updateUser: {
      user: { role: "finance", accessRole: { name: "Told by name", isPreset: false } },
    },
  });
  expect((await person.ask(MINE)).status).toBe(401);
  const { data } = await admin.ask<{
    auditLog: { nodes: { changes: { field: string; newValue: unknown }[] }[] };
  }>(
    "query ($id: ID!) { auditLog(filter: { recordId: $id }) { nodes { changes { field newValue } } } }",
    { id: person.userId },
  );
  const changes = data.auditLog.nodes.flatMap((node) => node.changes);
  expect(changes).toContainEqual({ field: "accessRole", newValue: "Told by name" });
  expect(JSON.stringify(changes)).not.toContain(role.id);
});

test("refuses invalid changes, names in use, changes of presets, and unknown roles", async () => {
  const viewer = await presetOf("viewer");
  const role = await make("In use", "viewer");
  await personWith(role.id);
  const create = (input: object) => admin.ask(CREATE, { input: { copyOfId: viewer.id, ...input } });
  expect(issuesOf(await create({ name: " " }))).toEqual(["name required"]);
  expect(issuesOf(await create({ name: "in USE" }))).toEqual(["name taken"]);
  expect(issuesOf(await create({ name: "x", permissions: ["customers:fly"] }))).toEqual([
    "permissions.0 not_in_list",
  ]);
  expect(codeOf(await create({ name: "x", copyOfId: NO_ID }))).toBe("NOT_FOUND");
  const preset = { id: viewer.id, version: 1 };
  expect(issuesOf(await admin.ask(UPDATE, { input: { ...preset, name: "Reader" } }))).toEqual([
    "id preset_role",
  ]);
  expect(issuesOf(await admin.ask(DELETE, { input: { id: viewer.id } }))).toEqual([
    "id preset_role",
  ]);
  expect(issuesOf(await admin.ask(DELETE, { input: { id: role.id } }))).toEqual(["id role_in_use"]);
  const free = await make("Free", "viewer");
  expect(codeOf(await admin.ask(DELETE, { input: { id: free.id } }))).toBe("OK");
  expect((await all()).map(({ name }) => name)).not.toContain("Free");
  const somebody = await server.signIn("viewer");
  expect(issuesOf(await give(somebody, { role: "sales", roleId: role.id }))).toEqual([
    "roleId role_twice",
  ]);
  expect(issuesOf(await give(somebody, { roleId: NO_ID }))).toEqual(["roleId unknown_record"]);
  const sales = await server.signIn("sales");
  expect(codeOf(await sales.ask(CREATE, { input: { name: "x", copyOfId: viewer.id } }))).toBe(
    "FORBIDDEN",
  );
});
