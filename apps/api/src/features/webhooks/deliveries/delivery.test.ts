import { createHmac } from "node:crypto";
import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import pg from "pg";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { issuesOf, NO_ID } from "../../../../test/support/refusals.js";
import { alignChangeFeed } from "../../activity/alignChangeFeed.js";
import { makeContact } from "../../contacts/contact.factory.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { wakeWebhooks } from "../watchWebhooks.js";
import { makeWebhook, type Received, type Receiver, startReceiver } from "../webhook.factory.js";
import { webhookJob } from "./deliver.js";
import { send } from "./sendWebhook.js";

let server: TestServer;
let admin: Caller;
let receiver: Receiver;
beforeAll(async () => {
  server = await startServer({ webhookNetworks: ["127.0.0.1"] });
  admin = await server.signIn("admin");
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  server.setNow(null);
  const { data } = await admin.ask<{ webhooks: { id: string }[] }>("{ webhooks { id } }");
  for (const { id } of data.webhooks) {
    await admin.ask(
      "mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { webhook { id } } }",
      {
        id,
      },
    );
  }
  await receiver.close();
});
afterAll(() => server.close());

interface Log {
  enabled: boolean;
  failingSince: string | null;
  retryAt: string | null;
  version: number;
  deliveries: {
    totalCount: number;
    nodes: {
      id: string;
      event: string;
      status: string;
      attempts: number;
      responseStatus: number | null;
      problem: string | null;
      activityId: string;
      activity: { recordId: string } | null;
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

async function logOf(id: string, page: object = {}): Promise<Log> {
  const { data, errors } = await admin.ask<{ webhook: Log }>(
    `query ($id: ID!, $first: Int, $after: String, $filter: WebhookDeliveryFilter) { webhook(id: $id) {
      enabled failingSince retryAt version
      deliveries(first: $first, after: $after, filter: $filter) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id event status attempts responseStatus problem activityId activity { recordId } }
      } } }`,
    { id, ...page },
  );
  expect(errors).toBeUndefined();
  return data.webhook;
}

/** Waits for the delivery log: the result of a delivery is written after its receiver has responded. */
async function logWhere(id: string, holds: (log: Log) => boolean): Promise<Log> {
  for (;;) {
    // The webhook and its deliveries are read one after the other.
    if (holds(await logOf(id))) return logOf(id);
  }
}

const statuses = ({ deliveries }: Log) => deliveries.nodes.map(({ status }) => status);
const taken = (count: number) => (log: Log) =>
  statuses(log).filter((status) => status === "DELIVERED").length === count;
const tried = (attempts: number) => (log: Log) =>
  log.deliveries.nodes.some((node) => node.attempts === attempts);

const redeliver = (deliveryId: string | undefined) =>
  admin.ask(
    "mutation ($deliveryId: ID!) { redeliverWebhook(input: { deliveryId: $deliveryId }) { delivery { id } } }",
    { deliveryId },
  );

const ROTATE = "mutation ($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret } }";

/** The signature as the Standard Webhooks say, by their words and not by our code. */
function signatureOf({ headers, text }: Received, secret: string): string {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

interface Feed {
  changes: { id: string; createdAt: string; customerId: string }[];
  next: string;
}

const feed = async (after: string): Promise<Feed> =>
  (await admin.fetch(`/changes?first=1000&after=${after}`)).json() as Promise<Feed>;

async function changesAfter(cursor: string, count: number): Promise<Feed["changes"]> {
  for (;;) {
    const page = await feed(cursor);
    if (page.changes.length >= count) return page.changes;
  }
}
const feedEnd = async () => (await feed("now")).next;

test("an event is the entry of the change feed, signed as the Standard Webhooks have it", async () => {
  const { id: webhookId, secret } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  const cursor = await feedEnd();
  const { id } = await makeCustomer(admin);
  const [first] = await receiver.calls(1);
  if (!first) throw new Error("nothing came");
  const [change] = await changesAfter(cursor, 1);
  expect(JSON.parse(first.text)).toEqual({
    type: "customer.created",
    timestamp: change?.createdAt,
    data: change,
  });
  expect(first.headers).toMatchObject({
    "content-type": "application/json",
    "webhook-id": change?.id,
    "webhook-signature": signatureOf(first, secret),
  });
  expect(Math.abs(Number(first.headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(60);
  const { deliveries } = await logWhere(webhookId, taken(1));
  expect(deliveries.nodes).toEqual([
    {
      id: expect.any(String),
      event: "customer.created",
      status: "DELIVERED",
      attempts: 1,
      responseStatus: 204,
      problem: null,
      activityId: change?.id,
      activity: { recordId: id },
    },
  ]);

  const rotated = await admin.ask<{ rotateWebhookSecret: { secret: string } }>(ROTATE, {
    id: webhookId,
  });
  const next = rotated.data.rotateWebhookSecret.secret;
  await makeCustomer(admin);
  const [, second] = await receiver.calls(2);
  if (!second) throw new Error("nothing came");
  expect(second.headers["webhook-signature"]).toBe(
    `${signatureOf(second, next)} ${signatureOf(second, secret)}`,
  );
  server.setNow(new Date(Date.now() + 25 * 60 * 60 * 1000));
  await makeCustomer(admin);
  const [, , third] = await receiver.calls(3);
  if (!third) throw new Error("nothing came");
  expect(third.headers["webhook-signature"]).toBe(signatureOf(third, next));
});

test("events come each once, those of a record and of a customer in their order, however many write and send at once", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.*", "contact.*"]);
  const cursor = await feedEnd();
  const stop = new AbortController();
  const senders = Array.from({ length: 4 }, () => webhookJob.run(server.app, id, stop.signal));
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      const customer = await makeCustomer(admin);
      await makeContact(admin, customer.id);
      await makeContact(admin, customer.id);
    }),
  );
  await Promise.all(senders);
  const received = await receiver.calls(150);
  const changes = await changesAfter(cursor, 150);
  const idOf = ({ headers }: Received) => headers["webhook-id"];
  expect(received.map(idOf).toSorted()).toEqual(changes.map((change) => change.id).toSorted());
  const ofCustomers = Map.groupBy(changes, ({ customerId }) => customerId);
  expect(ofCustomers.size).toBe(50);
  for (const ofOne of ofCustomers.values()) {
    const ids = new Set<unknown>(ofOne.map((change) => change.id));
    expect(received.map(idOf).filter((one) => ids.has(one))).toEqual([...ids]);
  }
  const { deliveries } = await logOf(id, { first: 20 });
  expect(deliveries.totalCount).toBe(150);
  const seen = new Set(deliveries.nodes.map((node) => node.id));
  let page = deliveries.pageInfo;
  while (page.hasNextPage) {
    const next = (await logOf(id, { first: 100, after: page.endCursor })).deliveries;
    for (const node of next.nodes) seen.add(node.id);
    page = next.pageInfo;
  }
  expect(seen.size).toBe(150);
  expect(receiver.received).toHaveLength(150);
});

test("what is refused is sent again later, and all that follows waits for it", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  const start = Date.now();
  server.setNow(new Date(start));
  receiver.reply = { status: 503 };
  const one = await makeCustomer(admin);
  await receiver.calls(1);
  const failing = await logWhere(id, tried(1));
  expect(failing).toMatchObject({
    failingSince: new Date(start).toISOString(),
    retryAt: new Date(start + 5_000).toISOString(),
    deliveries: { nodes: [{ status: "PENDING", responseStatus: 503, problem: null }] },
  });
  const two = await makeCustomer(admin);
  await wakeWebhooks(server.app);
  await webhookJob.run(server.app, id, new AbortController().signal);
  expect(receiver.received).toHaveLength(1);
  server.setNow(new Date(start + 5_000));
  await wakeWebhooks(server.app);
  await receiver.calls(2);
  await logWhere(id, tried(2));
  receiver.reply = { status: 200, body: "x".repeat(1_000_000) };
  // A person need not wait.
  await redeliver(failing.deliveries.nodes[0]?.id);
  const received = await receiver.calls(4);
  expect(received.map(({ recordId }) => recordId)).toEqual([one.id, one.id, one.id, two.id]);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
  const done = await logWhere(id, taken(2));
  expect(done).toMatchObject({ failingSince: null, retryAt: null });
  expect(done.deliveries.nodes.map(({ attempts }) => attempts)).toEqual([1, 3]);
});

test("a webhook that takes nothing for three days is switched off, and goes on where it stopped", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created", "contact.created"]);
  const start = Date.now();
  server.setNow(new Date(start));
  receiver.reply = { status: 500 };
  const one = await makeCustomer(admin);
  const two = await makeCustomer(admin);
  let log = await logWhere(id, tried(1));
  const hours: number[] = [];
  while (log.retryAt) {
    hours.push((Date.parse(log.retryAt) - start) / 3_600_000);
    server.setNow(new Date(log.retryAt));
    await wakeWebhooks(server.app);
    log = await logWhere(id, tried(hours.length + 1));
  }
  expect(hours).toHaveLength(11);
  expect(hours.at(-1)).toBeGreaterThan(72);
  expect(log).toMatchObject({ enabled: false });
  expect(statuses(log).at(-1)).toBe("FAILED");
  const history = await server.app.database.pool.query(
    "SELECT actor_kind, changes FROM activity WHERE record_id = $1 AND action = 'disabled'",
    [id],
  );
  expect(history.rows).toMatchObject([
    { actor_kind: "SYSTEM", changes: [{ field: "disabledAt", old: null }] },
  ]);
  const failed = log.deliveries.nodes.at(-1)?.id;
  expect(issuesOf(await redeliver(failed))).toEqual(["deliveryId webhook_off"]);
  // Events of one customer come in their order, those of others beside them.
  const three = await makeContact(admin, two.id);
  receiver.reply = { status: 204 };
  const before = receiver.received.length;
  await admin.ask(
    "mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { webhook { id } } }",
    { input: { id, version: log.version, enabled: true } },
  );
  await receiver.calls(before + 2);
  await logWhere(id, taken(2));
  await redeliver(failed);
  const received = (await receiver.calls(before + 3)).slice(before);
  expect(received.map(({ recordId }) => recordId)).toEqual([two.id, three.id, one.id]);
  await logWhere(id, taken(3));
});

test("a delivered event can be sent again; its failure does not block the queue", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  const one = await makeCustomer(admin);
  const [delivery] = (await logWhere(id, taken(1))).deliveries.nodes;
  receiver.reply = { status: 500 };
  await redeliver(delivery?.id);
  await receiver.calls(2);
  const log = await logWhere(id, tried(2));
  expect(log).toMatchObject({ failingSince: null, deliveries: { nodes: [{ status: "FAILED" }] } });
  receiver.reply = { status: 204 };
  const two = await makeCustomer(admin);
  const received = await receiver.calls(3);
  expect(received.map(({ recordId }) => recordId)).toEqual([one.id, one.id, two.id]);
  await logWhere(id, taken(1));
  const failed = await logOf(id, { filter: { status: ["FAILED"] } });
  expect(failed.deliveries).toMatchObject({ totalCount: 1, nodes: [{ id: delivery?.id }] });
  expect((await redeliver(NO_ID)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
});

test("a receiver that is gone is not called again", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  receiver.reply = { status: 410 };
  await makeCustomer(admin);
  await logWhere(id, ({ enabled }) => !enabled);
  expect(receiver.received).toHaveLength(1);
});

test("what a process had in hand when it died is sent by another", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  const claim = (until: string) =>
    server.asOwner(
      `UPDATE webhooks SET claim = uuid_v7(), claimed_until = now() + interval '${until}' WHERE id = '${id}'`,
    );
  await claim("1 hour");
  await makeCustomer(admin);
  await webhookJob.run(server.app, id, new AbortController().signal);
  expect(receiver.received).toEqual([]);
  await claim("-1 second");
  await wakeWebhooks(server.app);
  await receiver.calls(1);
  await logWhere(id, taken(1));
});

test("a secret that can no longer be decrypted is reported, and a new one fixes it", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  const sealedElsewhere = Buffer.alloc(60).toString("base64");
  await server.asOwner(
    `UPDATE webhooks SET sealed_secret = '${sealedElsewhere}' WHERE id = '${id}'`,
  );
  await makeCustomer(admin);
  const log = await logWhere(id, tried(1));
  const [delivery] = log.deliveries.nodes;
  expect(delivery).toMatchObject({ status: "PENDING", problem: "SECRET_UNREADABLE" });
  const { data } = await admin.ask<{ rotateWebhookSecret: { secret: string } }>(ROTATE, { id });
  await redeliver(delivery?.id);
  const [received] = await receiver.calls(1);
  if (!received) throw new Error("nothing came");
  const signature = signatureOf(received, data.rotateWebhookSecret.secret);
  expect(received.headers["webhook-signature"]).toBe(signature);
});

test("an event is sent while other transactions are open, and theirs when they end", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.*"]);
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(`
      INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name)
      VALUES ('Customer', gen_random_uuid(), 'slow', 'SYSTEM', 'test')`);
    const made = await makeCustomer(admin);
    // The other transaction has not ended.
    const [first] = await receiver.calls(1);
    expect(first?.recordId).toBe(made.id);
    await client.query("COMMIT");
    await wakeWebhooks(server.app);
    const [, second] = await receiver.calls(2);
    expect(second?.text).toContain('"customer.slow"');
    await logWhere(id, taken(2));
  } finally {
    await client.end();
  }
});

test("nothing is missed where the rows were brought to a server that has counted less far", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  await makeCustomer(admin);
  await logWhere(id, taken(1));
  await server.asOwner(
    "CREATE OR REPLACE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT -200::bigint'",
  );
  const owner = new pg.Pool({ connectionString: server.databaseUrl });
  await alignChangeFeed(owner);
  await owner.end();
  await makeCustomer(admin);
  await receiver.calls(2);
  await logWhere(id, taken(2));
});

test("no redirect is followed", async () => {
  const other = await startReceiver();
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  receiver.reply = { status: 307, headers: { location: other.url } };
  await makeCustomer(admin);
  const log = await logWhere(id, tried(1));
  expect(log.deliveries.nodes).toMatchObject([{ status: "PENDING", responseStatus: 307 }]);
  expect(other.received).toEqual([]);
  await other.close();
});

test("where a name leads is looked at when something is sent", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created"]);
  const { port } = new URL(receiver.url);
  for (const url of [`https://localhost:${port}/`, `http://127.0.0.2:${port}/`]) {
    const answer = await send(
      { url, headers: {}, body: "{}", own: ["127.0.0.3"] },
      new AbortController().signal,
    );
    expect(answer).toEqual({ status: null, problem: "ADDRESS_NOT_ALLOWED" });
  }
  await server.asOwner(`UPDATE webhooks SET url = 'http://127.0.0.2:${port}/' WHERE id = '${id}'`);
  await makeCustomer(admin);
  const log = await logWhere(id, tried(1));
  expect(log.deliveries.nodes).toMatchObject([
    { responseStatus: null, problem: "ADDRESS_NOT_ALLOWED" },
  ]);
  expect(receiver.received).toEqual([]);
});

describe("a receiver", () => {
  const to = (url: string, stop = new AbortController().signal) =>
    send({ url, headers: {}, body: '{"data":{}}', own: ["127.0.0.1"], timeLimitMs: 300 }, stop);

  test("that does not respond in time is not waited for", async () => {
    receiver.reply = null;
    expect(await to(receiver.url)).toEqual({ status: null, problem: "TIMEOUT" });
  });

  test("an address that does not respond, or speaks no HTTP, is reported by a code", async () => {
    const babbler = net
      .createServer((socket) => socket.resume().end("what?\n"))
      .listen(0, "127.0.0.1");
    await once(babbler, "listening");
    const { port } = babbler.address() as AddressInfo;
    expect((await to(`http://127.0.0.1:${port}/`)).problem).toMatch(/^HPE_/);
    babbler.close();
    await once(babbler, "close");
    expect(await to(`http://127.0.0.1:${port}/`)).toEqual({
      status: null,
      problem: "ECONNREFUSED",
    });
    expect(await to("http://nowhere.invalid/")).toMatchObject({ status: null });
  });

  test("an endless response is cut off", async () => {
    const endless = net
      .createServer((socket) => {
        socket.on("error", () => undefined);
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const timer = setInterval(() => socket.write("x".repeat(64 * 1024)), 1);
        socket.once("close", () => clearInterval(timer));
      })
      .listen(0, "127.0.0.1");
    await once(endless, "listening");
    const { port } = endless.address() as AddressInfo;
    const closed = new Promise((resolve) => {
      endless.once("connection", (socket) => socket.once("close", resolve));
    });
    expect(await to(`http://127.0.0.1:${port}/`)).toEqual({ status: 200, problem: null });
    await closed;
    endless.close();
  });
});
