import { buffer } from "node:stream/consumers";
import { eventPrefix } from "@clientela/shared/records/recordActions";
import { type Permission, ROLE_PERMISSIONS, ROLES } from "@clientela/shared/records/roles";
import { fromBufferPromise } from "yauzl";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { exportedBy, exportedBytes } from "../src/features/exports/export.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { registry } from "../src/features.js";
import { recordedTypes } from "../src/platform/records/recordTypes.js";
import { connect } from "./network/sockets.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import {
  type CustomerWithProject,
  changeHidden,
  hiddenNouns,
  hiddenText,
} from "./support/changeHidden.js";
import { keyWith } from "./support/keyWith.js";
import { records } from "./support/records.js";

let server: TestServer;
let admin: Caller;
let customers: [CustomerWithProject];
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const { id } = await makeCustomer(admin, { legalName: "Padaria Aurora", ownerId: admin.userId });
  for (const make of records) await make(admin, id);
  customers = [{ id, project: await makeProject(admin, id, { status: "ACTIVE" }) }];
});
afterAll(() => server.close());

/** Someone who looks, and what they may read. */
interface Looker {
  may: ReadonlySet<Permission>;
  caller: Pick<Caller, "ask" | "fetch">;
  headers: Record<string, string>;
}

const lookerWith = (may: ReadonlySet<Permission>, headers: Record<string, string>): Looker => ({
  may,
  headers,
  caller: {
    ask: (query, variables) => server.stranger.ask(query, variables, headers),
    fetch: (path, init) => server.stranger.fetch(path, { ...init, headers }),
  },
});

const KEYS: readonly (readonly Permission[])[] = [
  ["customers:read"],
  ["customers:read", "activity:read", "exports:write", "exports:read"],
  ["customers:read", "tasks:read", "activity:read", "exports:write", "exports:read"],
];
const LOOKERS: [string, () => Promise<Looker>][] = [
  ...ROLES.map((role): [string, () => Promise<Looker>] => [
    `the role ${role}`,
    async () => lookerWith(ROLE_PERMISSIONS[role], { cookie: (await server.signIn(role)).cookie }),
  ]),
  ...KEYS.map((scopes): [string, () => Promise<Looker>] => [
    `a key of ${scopes.join()}`,
    async () => lookerWith(new Set(scopes), await keyWith(admin, scopes)),
  ]),
];

/** The ids of what was made or changed after an entry of the history, apart from customers and people. */
async function recordsAfter(last: string): Promise<{ id: string; type: string }[]> {
  const { rows } = await server.app.database.pool.query<{ id: string; type: string }>(
    `SELECT DISTINCT record_id AS id, record_type AS type FROM activity
     WHERE id > $1 AND record_type NOT IN ('Customer', 'User')`,
    [last],
  );
  return rows;
}

async function lastEntry(): Promise<string> {
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    "SELECT id FROM activity ORDER BY id DESC LIMIT 1",
  );
  return rows[0]?.id ?? "";
}

const SUBSCRIPTIONS = [
  "subscription ($id: ID!) { customerChanged(id: $id) { event recordId customer { id displayName } } }",
  "subscription { customersChanged { event recordId customer { id displayName } } }",
];

/** Listens to the changes of customers; ends with all that came, once a change of the customer itself did. */
async function listen({ may, headers }: Looker): Promise<() => Promise<unknown[]>> {
  if (!may.has("customers:read")) return async () => [];
  const client = connect(server.url, { cookie: headers.cookie ?? "" }, headers);
  const streams = SUBSCRIPTIONS.map((query, at) =>
    client.iterate<Record<string, { event: string; recordId: string }>>({
      query,
      ...(at === 0 ? { variables: { id: customers[0].id } } : {}),
    }),
  );
  for (const stream of streams) expect((await stream.next()).value.errors).toBeUndefined();
  return async () => {
    const { data } = await admin.ask<{ customer: { version: number } }>(
      "query ($id: ID!) { customer(id: $id) { version } }",
      { id: customers[0].id },
    );
    await admin.ask(
      'mutation ($id: ID!, $version: Int!) { updateCustomer(input: { id: $id, version: $version, tradeName: "Visible" }) { customer { id } } }',
      { id: customers[0].id, version: data.customer.version },
    );
    await admin.ask(
      "mutation ($id: ID!, $version: Int!) { updateCustomer(input: { id: $id, version: $version, tradeName: null }) { customer { id } } }",
      { id: customers[0].id, version: data.customer.version + 1 },
    );
    const events: unknown[] = [];
    for (const stream of streams) {
      for await (const { data: came, errors } of stream) {
        expect(errors).toBeUndefined();
        events.push(came);
        if (Object.values(came ?? {}).some(({ event }) => event === "customer.updated")) break;
      }
    }
    await client.dispose();
    return events;
  };
}

/** All text of what a customer's own data is exported as; null where that is refused. */
async function personalDataExport({ caller }: Looker): Promise<string | null> {
  const response = await caller.fetch(`/customers/${customers[0].id}/export.zip`);
  if (response.status !== 200) return null;
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()), {
    lazyEntries: true,
  });
  const texts: string[] = [];
  for await (const entry of zip.eachEntry()) {
    texts.push(entry.fileName, String(await buffer(await zip.openReadStreamPromise(entry))));
  }
  return texts.join("\n");
}

async function sheets({ may, caller }: Looker): Promise<string> {
  if (!may.has("exports:write")) return "";
  const texts: string[] = [];
  for (const recordType of registry.exporters.keys()) {
    const made = await caller.ask<{ createExport: object | null }>(
      "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }",
      { input: { recordType, format: "JSONL" } },
    );
    if (!made.data?.createExport) continue;
    const done = await exportedBy(caller as Caller, { recordType, format: "JSONL" });
    texts.push((await exportedBytes(caller as Caller, done)).toString());
  }
  return texts.join("\n");
}

describe.each(LOOKERS)("%s", (_name, looks) => {
  test("finds hidden records in no subscription, export, personal-data export or feed", async () => {
    const looker = await looks();
    const start = (await (await admin.fetch("/changes?after=now")).json()) as { next: string };
    const last = await lastEntry();
    const events = await listen(looker);
    await changeHidden(server, admin, customers, looker.may);
    const hidden = await recordsAfter(last);
    const feed = await looker.caller.fetch(`/changes?after=${start.next}`);
    const seen = {
      subscriptions: JSON.stringify(await events()),
      exports: await sheets(looker),
      personalData: (await personalDataExport(looker)) ?? "",
      feed: feed.status === 200 ? await feed.text() : "",
    };
    for (const [door, text] of Object.entries(seen)) {
      const found = hidden.filter(({ id }) => text.includes(id));
      const words = hiddenNouns(looker.may).map(hiddenText);
      expect([door, found, words.filter((word) => text.includes(word))]).toEqual([door, [], []]);
    }
    if (looker.may.size < ROLE_PERMISSIONS.admin.size) expect(hidden.length).toBeGreaterThan(0);
    // What is not hidden is there, so that looking for the rest says something.
    if (looker.may.has("customers:read")) expect(seen.subscriptions).toContain("customer.updated");
    if (looker.may.has("customers:read") && looker.may.has("exports:write")) {
      for (const text of [seen.exports, seen.personalData])
        expect(text).toContain("Padaria Aurora");
    }
  });
});

test("a key makes webhooks for nothing that it may not read, and none for everything", async () => {
  const made: string[] = [];
  for (const scope of ["customers:read", "contacts:read", "deals:read"] as const) {
    const may: Permission[] = ["webhooks:write", "webhooks:read", "customers:read", scope];
    const looker = lookerWith(new Set(may), await keyWith(admin, [...new Set(may)]));
    for (const event of ["*", ...recordedTypes(registry).map((type) => `${eventPrefix(type)}.*`)]) {
      const { data } = await looker.caller.ask<{ createWebhook: object | null }>(
        "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }",
        { input: { url: "https://hooks.invalid/", events: [event] } },
      );
      const type = recordedTypes(registry).find((one) => `${eventPrefix(one)}.*` === event);
      const permission = type ? registry.recordTypes.get(type)?.permission : undefined;
      const mayRead = permission !== undefined && may.includes(permission as Permission);
      if (!data?.createWebhook) continue;
      made.push(`${scope} ${event}`);
      expect([scope, event, mayRead]).toEqual([scope, event, true]);
    }
  }
  expect(made).toContain("contacts:read contact.*");
  expect(made).not.toContain("customers:read contact.*");
});
