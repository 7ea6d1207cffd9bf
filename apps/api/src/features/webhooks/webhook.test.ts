import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeWebhook } from "./webhook.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer({ works: false });
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id } } }`;
const UPDATE = `mutation ($input: UpdateWebhookInput!) {
  updateWebhook(input: $input) { webhook { url events description enabled disabledAt version } }
}`;
const ROTATE = `mutation ($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret webhook { version } } }`;
const DELETE = `mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { webhook { id } } }`;
const URL = "https://erp.example.com/hooks?from=clientela";

async function keyWith(scopes: string[]): Promise<Record<string, string>> {
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { name: "ERP", scopes } },
  );
  return { authorization: `Bearer ${data.createApiKey.secret}` };
}

test("a webhook shows its secret once, which lies nowhere to be read", async () => {
  const { id, secret, version } = await makeWebhook(admin, URL, [
    "customer.merged_into",
    "invoice.*",
  ]);
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  const rotated = await admin.ask<{ rotateWebhookSecret: { secret: string } }>(ROTATE, { id });
  const next = rotated.data.rotateWebhookSecret.secret;
  expect(next).not.toBe(secret);
  const stale = await admin.ask(UPDATE, { input: { id, version, description: "Mine" } });
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    current: { id, url: URL },
  });
  const { data } = await admin.ask<{ webhooks: object[]; webhook: object; node: object }>(
    "query ($id: ID!) { webhooks { id } webhook(id: $id) { url events enabled failingSince } node(id: $id) { id } }",
    { id },
  );
  expect(data).toEqual({
    webhooks: [{ id }],
    webhook: {
      url: URL,
      events: ["customer.merged_into", "invoice.*"],
      enabled: true,
      failingSince: null,
    },
    node: { id },
  });
  const { rows } = await server.app.database.pool.query(`
    SELECT w::text || (SELECT string_agg(a::text, '') FROM activity a) AS stored FROM webhooks w`);
  const stored = `${rows[0].stored}${JSON.stringify(stale)}`;
  for (const one of [secret, next]) expect(stored).not.toContain(one.slice(6, -1));
  const history = await server.app.database.pool.query(
    "SELECT action, changes FROM activity WHERE record_id = $1 ORDER BY id",
    [id],
  );
  expect(history.rows).toEqual([
    {
      action: "created",
      changes: [
        { field: "url", new: URL, old: null },
        { field: "events", new: ["customer.merged_into", "invoice.*"], old: null },
      ],
    },
    { action: "secret_renewed", changes: [] },
  ]);
  await admin.ask(DELETE, { id });
  expect(codeOf(await admin.ask(DELETE, { id }))).toBe("NOT_FOUND");
});

test("it is changed, switched off and on, and what is left out stays", async () => {
  const { id, version } = await makeWebhook(admin, URL, ["task.*"]);
  const update = async (input: object) => {
    const { data } = await admin.ask<{ updateWebhook: { webhook: object } }>(UPDATE, {
      input: { id, ...input },
    });
    return data.updateWebhook.webhook;
  };
  const off = await update({ version, enabled: false, description: " ERP " });
  expect(off).toMatchObject({ enabled: false, description: "ERP", events: ["task.*"], version: 2 });
  expect(await update({ version: 2, enabled: false })).toMatchObject({ version: 2 });
  const on = await update({ version: 2, enabled: true, events: ["*", "*"], description: null });
  expect(on).toEqual({
    url: URL,
    enabled: true,
    disabledAt: null,
    events: ["*"],
    description: null,
    version: 3,
  });
});

test.each([
  ["http://example.com/", "url https_required"],
  ["ftp://example.com/", "url invalid_url"],
  ["example.com", "url invalid_url"],
  ["", "url required"],
  ["https://me:secret@example.com/", "url url_with_password"],
  ["https://127.0.0.1/", "url private_address"],
  ["https://2130706433/", "url private_address"],
  ["https://[::1]/", "url private_address"],
  ["https://[::ffff:10.0.0.1]/", "url private_address"],
  ["https://169.254.169.254/latest/meta-data", "url private_address"],
  ["https://localhost:8443/", "url private_address"],
  ["https://a.localhost./", "url private_address"],
  [`https://example.com/${"x".repeat(2000)}`, "url too_long"],
])("%s is no address of a webhook", async (url, issue) => {
  expect(issuesOf(await admin.ask(CREATE, { input: { url, events: ["*"] } }))).toEqual([issue]);
});

test.each([
  [[], "events required"],
  [["customer"], "events.0 unknown_event"],
  [["task.*", "nobody.created"], "events.1 unknown_event"],
  [["Customer.created"], "events.0 unknown_event"],
  [["customer.*", "customer.creatd"], "events.1 unknown_event"],
  [["customer.paid"], "events.0 unknown_event"],
  [["activity.*"], "events.0 unknown_event"],
  [["customer.created; DROP"], "events.0 unknown_event"],
])("%j is nothing to be told of", async (events, issue) => {
  expect(issuesOf(await admin.ask(CREATE, { input: { url: URL, events } }))).toEqual([issue]);
});

test("an unknown event is refused with the list of events, and other issues are reported too", async () => {
  const answer = await admin.ask(CREATE, {
    input: { url: "https://10.0.0.1/", events: ["quote.acepted", "nobody.created"] },
  });
  expect(issuesOf(answer)).toEqual([
    "url private_address",
    "events.0 unknown_event",
    "events.1 unknown_event",
  ]);
  const said = JSON.stringify(answer.errors?.[0]?.extensions);
  expect(said).toContain(
    "the events are quote.created, quote.updated, quote.accepted, quote.deleted, quote.restored, quote.*",
  );
  expect(said).toContain("the events are customer.*, address.*,");
});

test("what is no event any more holds up no other change of a webhook", async () => {
  const { id, version } = await makeWebhook(admin, URL, ["task.*"]);
  await server.app.database.pool.query(
    "UPDATE webhooks SET events = '{task.dreamt}' WHERE id = $1",
    [id],
  );
  expect(codeOf(await admin.ask(UPDATE, { input: { id, version, enabled: false } }))).toBe("OK");
});

test("a key's webhook receives no more than the key may read", async () => {
  const headers = await keyWith(["webhooks:write", "webhooks:read", "customers:read"]);
  const ask = (query: string, input: object) => server.stranger.ask(query, { input }, headers);
  const wide = { url: URL, events: ["customer.*", "invoice.created", "*"] };
  expect(issuesOf(await ask(CREATE, wide))).toEqual([
    "events.1 beyond_role",
    "events.2 beyond_role",
  ]);
  expect(codeOf(await ask(CREATE, { url: URL, events: ["customer.*"] }))).toBe("OK");
  const { id, version } = await makeWebhook(admin, URL, ["invoice.*"]);
  const moved = await ask(UPDATE, { id, version, url: "https://elsewhere.example.com/" });
  expect(issuesOf(moved)).toEqual(["events.0 beyond_role"]);
});

test("webhooks are the administrators'", async () => {
  const sales = await server.signIn("sales");
  for (const query of ["{ webhooks { id } }", `{ webhook(id: "${NO_ID}") { id } }`]) {
    expect(codeOf(await sales.ask(query))).toBe("FORBIDDEN");
  }
  expect(codeOf(await sales.ask(CREATE, { input: { url: URL, events: ["*"] } }))).toBe("FORBIDDEN");
  expect(codeOf(await sales.ask(ROTATE, { id: NO_ID }))).toBe("FORBIDDEN");
  expect(codeOf(await admin.ask(ROTATE, { id: NO_ID }))).toBe("NOT_FOUND");
});

test("there are 50 at most", async () => {
  const { data } = await admin.ask<{ webhooks: object[] }>("{ webhooks { id } }");
  for (let count = data.webhooks.length; count < 50; count += 1) await makeWebhook(admin, URL);
  expect(issuesOf(await admin.ask(CREATE, { input: { url: URL, events: ["*"] } }))).toEqual([
    "url too_many",
  ]);
});
