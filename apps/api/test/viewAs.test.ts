import { Writable } from "node:stream";
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES, type Role } from "@clientela/shared/records/roles";
import { pino } from "pino";
import WebSocket from "ws";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const logged: string[] = [];
let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  const stream = new Writable({
    write: (line, _encoding, done) => {
      logged.push(String(line));
      done();
    },
  });
  server = await startServer({ log: pino({ level: "info" }, stream) });
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const as = (role: string) => ({ "x-view-as-role": role });
const VIEWER = "{ viewer { user { id } role permissions } }";

interface Seen {
  viewer: { user: { id: string }; role: Role; permissions: string[] };
}

test.each(ROLES)("an admin who views as %s has what that role has, and no more", async (role) => {
  const { data } = await admin.ask<Seen>(VIEWER, {}, as(role));
  expect(data.viewer).toEqual({
    user: { id: admin.userId },
    role,
    permissions: PERMISSIONS.filter((permission) => ROLE_PERMISSIONS[role].has(permission)),
  });
  const own = await admin.ask<Seen>(VIEWER);
  expect(own.data.viewer.role).toBe("admin");
});

test("what the role may not read is refused, in nested fields too", async () => {
  const { id } = await makeCustomer(admin);
  const MONEY = "query ($id: ID!) { customer(id: $id) { invoices { totalCount } } }";
  expect((await admin.ask(MONEY, { id })).errors).toBeUndefined();
  const seen = await admin.ask(MONEY, { id }, as("projects"));
  expect(seen.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const people = await admin.ask("{ people { id } }", {}, as("sales"));
  expect(people.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test.each(ROLES.filter((role) => role !== "admin"))(
  "a person of %s cannot use it",
  async (role) => {
    const person = await server.signIn(role);
    for (const wanted of ROLES) {
      const answer = await person.ask(VIEWER, {}, as(wanted));
      expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
    }
  },
);

test("neither a key, not even an admin's, nor an unauthenticated caller can use it", async () => {
  const made = await admin.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { name: "K", scopes: ["customers:read"] } },
  );
  const authorization = `Bearer ${made.data.createApiKey.secret}`;
  const key = await server.stranger.ask(VIEWER, {}, { authorization, ...as("finance") });
  expect([key.status, key.data]).toEqual([403, undefined]);
  expect((await server.stranger.ask(VIEWER, {}, as("admin"))).status).toBe(401);
});

test("read-only: mutations are refused whatever the role may do, also with an idempotency key", async () => {
  const CREATE = `mutation { createCustomer(input: { legalName: "x", address: { city: "Recife", country: "BR" } }) { customer { id } } }`;
  const COUNT = "{ customers { totalCount } }";
  const before = await admin.ask(COUNT);
  for (const headers of [as("admin"), as("sales"), { ...as("sales"), "idempotency-key": "k" }]) {
    const answer = await admin.ask(CREATE, {}, headers);
    expect(answer.errors?.[0]).toMatchObject({
      extensions: { code: "FORBIDDEN" },
      message: "While viewing as another role, you can only run queries.",
    });
  }
  expect((await admin.ask(COUNT)).data).toEqual(before.data);
});

test("a socket cannot be opened with it, since it would have the admin's own permissions", async () => {
  const socket = new WebSocket(
    `${server.url.replace("http", "ws")}/graphql`,
    "graphql-transport-ws",
    { headers: { cookie: admin.cookie, ...as("projects") } },
  );
  const status = await new Promise((resolve) => {
    socket.once("open", () => resolve("open"));
    socket.once("unexpected-response", (_request, { statusCode }) => resolve(statusCode));
    socket.once("error", () => undefined);
  });
  expect(status).toBe(403);
});

test("an unknown role is named, and each use is logged with the person", async () => {
  const wrong = await admin.ask(VIEWER, {}, as("owner"));
  expect(wrong.status).toBe(400);
  expect(wrong.errors?.[0]?.extensions).toMatchObject({
    issues: [{ path: "x-view-as-role", code: "unknown_role" }],
  });
  logged.length = 0;
  await admin.ask(VIEWER, {}, as("finance"));
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      userId: admin.userId,
      role: "finance",
      msg: "an admin reads as another role",
    }),
  ]);
});

describe("an access role of one's own", () => {
  const ROLE =
    "{ viewer { permissions accessRole { id name } } customers(first: 10) { nodes { id } } }";
  interface OwnSeen {
    viewer: { permissions: string[]; accessRole: { id: string; name: string } };
    customers: { nodes: { id: string }[] } | null;
  }
  async function roleWith(
    name: string,
    permissions: string[],
    recordAccess: string,
  ): Promise<string> {
    const { data } = await admin.ask<{ accessRoles: { id: string; basedOn: Role }[] }>(
      "{ accessRoles { id basedOn } }",
    );
    const copyOfId = data.accessRoles.find(({ basedOn }) => basedOn === "sales")?.id;
    const made = await admin.ask<{ createAccessRole: { accessRole: { id: string } } }>(
      "mutation ($input: CreateAccessRoleInput!) { createAccessRole(input: $input) { accessRole { id } } }",
      { input: { name, copyOfId, permissions, recordAccess } },
    );
    return made.data.createAccessRole.accessRole.id;
  }

  test("is viewed by its id, with its permissions", async () => {
    const id = await roleWith("Front desk", ["customers:read"], "ALL");
    const { data } = await admin.ask<OwnSeen>(ROLE, {}, as(id));
    expect(data.viewer).toEqual({
      permissions: ["customers:read"],
      accessRole: { id, name: "Front desk" },
    });
    const refused = await admin.ask("{ tasks { totalCount } }", {}, as(id));
    expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("shows the customers that the admin would see with it", async () => {
    const id = await roleWith("Own only", ["customers:read", "projects:read"], "OWN");
    const mine = await makeCustomer(admin, { ownerId: admin.userId });
    const other = await makeCustomer(admin, { ownerId: null });
    const { data, errors } = await admin.ask<OwnSeen>(ROLE, {}, as(id));
    expect(errors).toBeUndefined();
    expect(data.customers?.nodes).toEqual([{ id: mine.id }]);
    const node = await admin.ask(
      "query ($id: ID!) { node(id: $id) { id } }",
      { id: other.id },
      as(id),
    );
    expect(node.data).toEqual({ node: null });
    const own = await admin.ask<OwnSeen>(ROLE);
    expect(own.data.customers?.nodes.length).toBeGreaterThan(1);
    const preset = await admin.ask<OwnSeen>(ROLE, {}, as("sales"));
    expect(preset.data.customers?.nodes.length).toBeGreaterThan(1);
    expect(preset.data.viewer.accessRole.name).toBe("sales");
  });

  test("that does not exist is refused", async () => {
    const wrong = await admin.ask(VIEWER, {}, as("01890000-0000-7000-8000-000000000000"));
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      issues: [{ path: "x-view-as-role", code: "unknown_role" }],
    });
  });
});
