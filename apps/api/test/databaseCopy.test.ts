import { createHmac } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import sql from "sql-template-tag";
import { renewFirstAdminToken } from "../src/features/accounts/people/firstAdmin.js";
import { makeWebhook } from "../src/features/webhooks/webhook.factory.js";
import { unseal } from "../src/platform/security/sealedSecret.js";
import { type Caller, startServer, type TestServer } from "./server.js";

// Somebody has a copy of the database, and nothing else: nothing in it gives access.

const PASSWORD = "correct horse battery";

let server: TestServer;
let admin: Caller;
/** The secrets that were issued, by kind. */
const secrets = new Map<string, string>();
let copy: { table: string; text: string }[];
/** Every text in the copy, from arrays and JSON as well. */
let texts: Set<string>;

async function signIn(email: string): Promise<{ twoFactorChallenge?: string }> {
  const response = await server.stranger.fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { twoFactorChallenge?: string };
}

async function dataOf<Data>(caller: Caller, query: string, headers = {}): Promise<Data> {
  const { data, errors } = await caller.ask<Data>(query, {}, headers);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

// A copy of a database is complete, including what the server itself may not read.
async function copyDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await copyBy(client);
  } finally {
    await client.end();
  }
}

async function copyBy(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  copy = [];
  texts = new Set();
  for (const { name } of tables) {
    const { rows } = await client.query(
      `SELECT t::text AS text, to_jsonb(t) AS row FROM ${name} t`,
    );
    for (const { text, row } of rows) {
      copy.push({ table: name, text });
      for (const leaf of leaves(row)) texts.add(leaf);
    }
  }
}

beforeAll(async () => {
  server = await startServer();
  secrets.set("the first admin's link", await renewFirstAdminToken(server.db));
  admin = await server.signIn("admin");
  const cookie = decodeURIComponent(/session_token=([^;]+)/.exec(admin.cookie)?.[1] ?? "");
  secrets.set("what a browser is known by", /device=([^;]+)/.exec(admin.cookie)?.[1] ?? "");
  secrets.set("a session's token", cookie.split(".")[0] ?? "");
  secrets.set("a session's cookie", cookie);
  const invited = await dataOf<{ inviteUser: { path: string } }>(
    admin,
    'mutation { inviteUser(input: { name: "B", email: "b@example.com", role: viewer }) { path } }',
  );
  secrets.set("an invitation", invited.inviteUser.path.split("token=")[1] ?? "");
  const other = await server.signIn("sales");
  const link = await dataOf<{ createPasswordLink: { path: string } }>(
    admin,
    `mutation { createPasswordLink(input: { userId: "${other.userId}" }) { path } }`,
    { "idempotency-key": "a-link-that-is-asked-for-once" },
  );
  secrets.set("a password link", link.createPasswordLink.path.split("token=")[1] ?? "");
  const key = await dataOf<{ createApiKey: { secret: string } }>(
    admin,
    'mutation { createApiKey(input: { name: "K", scopes: ["customers:read"] }) { secret } }',
    { "idempotency-key": "a-key-that-is-made-once" },
  );
  // What follows the prefix and the id is base64url, which may hold "_" itself.
  secrets.set("an API key", key.createApiKey.secret.split("_").slice(2).join("_"));
  const started = await dataOf<{ startTwoFactor: { secret: string } }>(
    other,
    `mutation { startTwoFactor(input: { password: "${PASSWORD}" }) { secret } }`,
  );
  const { secret } = started.startTwoFactor;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const confirmed = await dataOf<{ confirmTwoFactor: { backupCodes: string[] } }>(
    other,
    `mutation { confirmTwoFactor(input: { code: "${code}" }) { backupCodes } }`,
  );
  for (const [at, backup] of confirmed.confirmTwoFactor.backupCodes.entries()) {
    secrets.set(`backup code ${at}`, backup);
    secrets.set(`backup code ${at} as it is compared`, backup.replaceAll("-", ""));
  }
  const row = await server.db.row<{ email: string }>(
    sql`SELECT email FROM users WHERE id = ${other.userId}`,
  );
  secrets.set(
    "a sign-in that waits for a code",
    (await signIn(row?.email ?? "")).twoFactorChallenge ?? "",
  );
  secrets.set("a password", PASSWORD);
  const webhook = await makeWebhook(admin, "https://hooks.invalid/", ["webhook.deleted"]);
  secrets.set("a webhook's secret", webhook.secret);
  secrets.set("an authenticator's secret", secret);
  await copyDatabase();
});
afterAll(() => server.close());

test("none of the issued secrets is in the copy", () => {
  for (const [name, secret] of secrets) {
    expect([name, secret.length > 7]).toEqual([name, true]);
    const found = copy.filter(({ text }) => text.includes(secret)).map(({ table }) => table);
    expect([name, found]).toEqual([name, []]);
  }
});

test("what can be decrypted with the keys in the copy gives no access either", async () => {
  const opened: string[] = [];
  for (const text of texts) {
    const plain = await unseal(server.app, server.db, text).catch(() => null);
    if (plain !== null) opened.push(plain);
  }
  const found = [...secrets].filter(([, secret]) => opened.some((text) => text.includes(secret)));
  // Without SECRET_KEY: neither signs anybody in by itself.
  expect(found.map(([name]) => name)).toEqual(["a webhook's secret", "an authenticator's secret"]);
});

test("no text of the copy works as a session's token, signed with the copy's secret or not", async () => {
  const secret = await server.db.row<{ value: string }>(
    sql`SELECT value FROM installation_secrets WHERE name = 'cookies'`,
  );
  expect(texts).toContain(secret?.value);
  const hashes = await server.db.rows<{ hash: string }>(
    sql`SELECT token_hash AS hash FROM sessions`,
  );
  expect(hashes.length).toBeGreaterThan(1);
  const statusOf = async (value: string) => {
    const cookie = `clientela.session_token=${encodeURIComponent(value)}`;
    return (await server.stranger.ask("{ viewer { name } }", {}, { cookie })).status;
  };
  for (const { hash } of hashes) {
    const signature = createHmac("sha256", secret?.value ?? "")
      .update(hash)
      .digest("base64");
    expect(await statusOf(`${hash}.${signature}`)).toBe(401);
    expect(await statusOf(hash)).toBe(401);
  }
  const own = secrets.get("a session's token") ?? "";
  for (const wrong of [
    own,
    `${own}.`,
    `${own}.AAAA`,
    `${own}.${createHmac("sha256", "x").update(own).digest("base64")}`,
  ])
    expect(await statusOf(wrong)).toBe(401);
  expect(await statusOf(secrets.get("a session's cookie") ?? "")).toBe(200);
});

test("no text of the copy works as a key, a link or a step of signing in", async () => {
  const post = async (path: string, body: object) =>
    (
      await server.stranger.fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      })
    ).status;
  const long = [...texts].filter((text) => /^[\w+/=-]{20,200}$/.test(text));
  for (const text of long) {
    expect(await post("/api/join", { token: text, password: "another horse 9" })).not.toBe(200);
    expect(
      await post("/api/auth/sign-in/code", { twoFactorChallenge: text, code: "123456" }),
    ).not.toBe(200);
    const bearer = { authorization: `Bearer clk_${"0".repeat(32)}_${text.slice(0, 32)}` };
    expect((await server.stranger.ask("{ viewer { name } }", {}, bearer)).status).toBe(401);
  }
});
