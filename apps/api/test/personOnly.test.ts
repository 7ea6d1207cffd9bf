import { KEY_SCOPES, PERMISSIONS } from "@clientela/shared/records/roles";
import { getNamedType, isLeafType } from "graphql";
import { registry } from "../src/features.js";
import { protectedFields } from "../src/platform/security/authorize.js";
import { createSchema } from "../src/schema.js";
import { sampleArguments } from "./schema/sampleArguments.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { codeOf, issuesOf, NO_ID } from "./support/refusals.js";

// Managing access is for people: the damage of a leaked key ends with its revocation.

const schema = createSchema(registry);
const mutations = schema.getMutationType()?.getFields() ?? {};
const personal = protectedFields(registry).filter(({ personOnly }) => personOnly);
const ACCESS_TABLES = [
  "users",
  "credentials",
  "sessions",
  "api_keys",
  "account_links",
  "invitations",
  "first_admin_links",
  "two_factors",
  "backup_codes",
  "sign_in_steps",
];

let server: TestServer;
let admin: Caller;
let other: Caller;
/** A key as no version of the server makes one: with every permission there is. */
let everything: { authorization: string };
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  other = await server.signIn("sales");
  everything = await keyWith(admin, KEY_SCOPES);
  await server.app.database.pool.query("UPDATE api_keys SET scopes = $1", [[...PERMISSIONS]]);
});
afterAll(() => server.close());

function call(name: string, id: string): string {
  const field = mutations[name];
  if (!field) throw new Error(`there is no mutation ${name}`);
  const inner = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
  return `mutation { ${name}${sampleArguments(field.args).replaceAll(NO_ID, id)}${inner} }`;
}

async function accessRows(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of ACCESS_TABLES) {
    // When a key was last used is no access.
    const found = await server.app.database.pool.query(
      `SELECT to_jsonb(t) - 'last_used_at' AS row FROM ${table} t ORDER BY t::text`,
    );
    rows[table] = found.rows.map(({ row }) => row);
  }
  return rows;
}

test("every mutation behind a permission that keys cannot have is declared as a person's", () => {
  const grantable = new Set<string>(["signed-in", ...KEY_SCOPES]);
  const undeclared = protectedFields(registry).filter(
    ({ kind, rules = [], personOnly }) =>
      kind === "mutation" && !personOnly && !rules.some((rule) => grantable.has(rule)),
  );
  expect(undeclared).toEqual([]);
  expect(personal.length).toBeGreaterThan(10);
});

test.each(personal.map(({ field }) => field))(
  "%s is refused to a key of all scopes",
  async (name) => {
    const answer = await server.stranger.ask(call(name, other.userId), {}, everything);
    expect(codeOf(answer)).toBe("FORBIDDEN");
  },
);

test("no mutation that a key calls changes anyone's access", async () => {
  const before = await accessRows();
  for (const name of Object.keys(mutations)) {
    for (const id of [other.userId, admin.userId])
      await server.stranger.ask(call(name, id), {}, everything);
  }
  expect(await accessRows()).toEqual(before);
});

test("the refusal of a key says that a person is needed", async () => {
  const answer = await server.stranger.ask(
    "mutation { endOtherSessions { ended } }",
    {},
    everything,
  );
  expect(answer.errors?.[0]?.message).toContain("Only a signed-in user");
});

test("scopes that would manage access cannot be granted", async () => {
  for (const scope of ["users:write", "keys:write"]) {
    const made = await admin.ask(
      "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
      { input: { name: "K", scopes: ["customers:read", scope] } },
    );
    expect(issuesOf(made)).toEqual(["scopes.1 not_in_list"]);
  }
});

test("who created a password link, and its use, are in the history", async () => {
  const made = await admin.ask<{ createPasswordLink: { path: string } }>(
    `mutation { createPasswordLink(input: { userId: "${other.userId}" }) { path } }`,
  );
  const token = made.data.createPasswordLink.path.split("token=")[1];
  const joined = await server.stranger.fetch("/api/join", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, password: "another horse 9" }),
  });
  expect(joined.status).toBe(200);
  const { rows } = await server.app.database.pool.query(
    "SELECT action, actor_kind, actor_id, changes FROM activity WHERE record_type = 'User' AND record_id = $1 ORDER BY id",
    [other.userId],
  );
  expect(rows).toEqual([
    { action: "password_link_created", actor_kind: "USER", actor_id: admin.userId, changes: [] },
    { action: "password_changed", actor_kind: "USER", actor_id: other.userId, changes: [] },
  ]);
});

test("a link for oneself requires the current password", async () => {
  const own = (password?: string) =>
    admin.ask(
      "mutation ($input: CreatePasswordLinkInput!) { createPasswordLink(input: $input) { path } }",
      { input: { userId: admin.userId, password } },
    );
  expect(issuesOf(await own())).toEqual(["password own_password_link"]);
  expect(issuesOf(await own("something else"))).toEqual(["password wrong_password"]);
  // In capitals it is the same person.
  const upper = await admin.ask(
    `mutation { createPasswordLink(input: { userId: "${admin.userId.toUpperCase()}" }) { path } }`,
  );
  expect(issuesOf(upper)).toEqual(["password own_password_link"]);
  expect((await own("correct horse battery")).errors).toBeUndefined();
});
