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
    issues: [{ path: "x-view-as-role", code: "not_in_list" }],
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
