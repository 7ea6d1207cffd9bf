import {
  eventPrefix,
  type RecordTypeValue,
  recordTypeOf,
} from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { KEY_SCOPES, type Permission } from "@clientela/shared/records/roles";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { type Receiver, startReceiver } from "../src/features/webhooks/webhook.factory.js";
import { registry } from "../src/features.js";
import { recordedTypes } from "../src/platform/records/recordTypes.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { type CustomerWithProject, changeHidden } from "./support/changeHidden.js";
import { keyWith } from "./support/keyWith.js";
import { records } from "./support/records.js";
import { issuesOf } from "./support/refusals.js";
import { until } from "./support/until.js";

let server: TestServer;
let admin: Caller;
let customers: CustomerWithProject[];
let receivers: Receiver[] = [];
beforeAll(async () => {
  server = await startServer({ webhookNetworks: ["127.0.0.1"] });
  admin = await server.signIn("admin");
  const { id } = await makeCustomer(admin, { ownerId: admin.userId });
  for (const make of records) await make(admin, id);
  customers = [{ id, project: await makeProject(admin, id) }];
  // Somebody whose second factor and password link are not for everybody either.
  await server.signIn("viewer");
});
afterAll(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
  await server.close();
});

const EVENTS = recordedTypes(registry).flatMap((type) =>
  RECORD_KINDS[type].actions.map((action) => `${eventPrefix(type)}.${action}`),
);

// Each permission to read by itself, and next to customers.
const READING = KEY_SCOPES.filter((scope) => scope.endsWith(":read"));
const SCOPES: Permission[][] = [
  ...READING.map((scope) => [scope]),
  ...READING.map((scope): Permission[] => ["customers:read", scope]),
];

interface Listener {
  scopes: readonly Permission[];
  headers: Record<string, string>;
  receiver: Receiver;
  events: readonly string[];
}

/** Makes a webhook of every event that a key with these permissions may have. */
async function listen(scopes: readonly Permission[]): Promise<Listener> {
  const may: Permission[] = ["webhooks:write", "activity:read", ...scopes];
  const headers = await keyWith(admin, [...new Set(may)]);
  const receiver = await startReceiver();
  const create = (events: readonly string[]) =>
    server.stranger.ask(
      "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret } }",
      { input: { url: receiver.url, events } },
      headers,
    );
  const refused = issuesOf(await create(EVENTS));
  const events = EVENTS.filter((_, index) => !refused.includes(`events.${index} beyond_role`));
  if (refused.length > 0 && events.length > 0) {
    const { errors } = await create(events);
    expect(errors).toBeUndefined();
  }
  return { scopes, headers, receiver, events };
}

interface Entry {
  id: string;
  recordType: RecordTypeValue;
  action: string;
}

const eventOf = ({ recordType, action }: Entry): string =>
  `${eventPrefix(recordTypeOf(recordType))}.${action}`;

async function feedOf({ headers }: Listener, after: string): Promise<Entry[]> {
  const response = await server.stranger.fetch(`/changes?after=${after}&first=1000`, { headers });
  return ((await response.json()) as { changes: Entry[] }).changes;
}

/** Waits until webhooks have nothing more to send. */
async function everythingSent(): Promise<void> {
  await until(async () => {
    const { rows } = await server.app.database.pool.query<{ left: boolean }>(`
      SELECT EXISTS (SELECT FROM webhook_deliveries WHERE status = 'PENDING')
        OR EXISTS (SELECT FROM webhooks WHERE position < (SELECT max(position) FROM feed_commits)) AS left`);
    return rows[0]?.left === false;
  });
}

test("a webhook gets of records what its key reads of them in the feed", async () => {
  const listeners = await Promise.all(SCOPES.map(listen));
  receivers = listeners.map(({ receiver }) => receiver);
  const listening = listeners.filter(({ events }) => events.length > 0);
  expect(listening.length).toBeGreaterThan(20);
  const { next } = (await (await admin.fetch("/changes?after=now")).json()) as { next: string };
  // Each was told of the webhooks that were made after it.
  await everythingSent();
  const before = new Map(listening.map(({ receiver }) => [receiver, receiver.received.length]));
  await changeHidden(server, admin, customers, new Set());
  await everythingSent();
  for (const listener of listening) {
    const { scopes, receiver, events } = listener;
    const received = receiver.received.slice(before.get(receiver));
    const bodies = received.map(({ text }) => JSON.parse(text) as { data: Entry });
    const feed = await feedOf(listener, next);
    const wanted = feed.filter((entry) => events.includes(eventOf(entry)));
    expect([scopes, bodies.map(({ data }) => data)]).toEqual([scopes, wanted]);
  }
});
