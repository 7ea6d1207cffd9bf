import { once } from "node:events";
import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { until } from "../../../../test/support/until.js";
import { makeContact } from "../../contacts/contact.factory.js";
import { makeCustomer } from "../../customers/customer.factory.js";
import { wakeWebhooks } from "../watchWebhooks.js";
import { makeWebhook, type Receiver, startReceiver } from "../webhook.factory.js";
import { Connections, send } from "./sendWebhook.js";

const CUSTOMERS = 30;

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
  await receiver.close();
});
afterAll(() => server.close());

/** Makes customers with a contact each while nothing is sent, and returns their ids once their events wait in line. */
async function waitingCustomers(webhookId: string): Promise<string[]> {
  await server.asOwner(
    `UPDATE webhooks SET claim = uuid_v7(), claimed_until = now() + interval '1 hour' WHERE id = '${webhookId}'`,
  );
  const ids: string[] = [];
  for (let made = 0; made < CUSTOMERS; made += 1) {
    const { id } = await makeCustomer(admin);
    await makeContact(admin, id);
    ids.push(id);
  }
  return ids;
}

async function letGo(webhookId: string): Promise<void> {
  await server.asOwner(`UPDATE webhooks SET claim = NULL WHERE id = '${webhookId}'`);
  await wakeWebhooks(server.app);
}

const rows = async (text: string) => (await server.app.database.pool.query(text)).rows;
const statusesOf = async (webhookId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rows(
        `SELECT status, count(*)::int FROM webhook_deliveries WHERE webhook_id = '${webhookId}' GROUP BY 1`,
      )
    ).map(({ status, count }) => [status, count]),
  );

test("an event that is refused holds up what follows, and what was sent beside it arrives once", async () => {
  const { id } = await makeWebhook(admin, receiver.url, ["customer.created", "contact.created"]);
  const ids = await waitingCustomers(id);
  const refused = ids[12];
  receiver.reply = ({ recordId }) => ({ status: recordId === refused ? 500 : 204 });
  const start = Date.now();
  server.setNow(new Date(start));
  await letGo(id);
  const heldUp = `SELECT 1 FROM webhooks WHERE id = '${id}' AND retry_at IS NOT NULL`;
  await until(async () => (await rows(heldUp)).length > 0);
  const before = receiver.received.length;
  expect(before).toBeLessThan(2 * CUSTOMERS);
  receiver.reply = { status: 204 };
  server.setNow(new Date(start + 5_000));
  await wakeWebhooks(server.app);
  const received = await receiver.calls(2 * CUSTOMERS + 1);
  await until(async () => (await statusesOf(id)).DELIVERED === 2 * CUSTOMERS);
  expect(received).toHaveLength(2 * CUSTOMERS + 1);
  const twice = received.filter(({ recordId }) => recordId === refused);
  expect(twice).toHaveLength(2);
  // Its contact came after it, as all contacts after their customers.
  const customerOf = ({ text }: { text: string }): string => JSON.parse(text).data.customerId;
  for (const customer of ids) {
    const types = received.filter((one) => customerOf(one) === customer).map(({ type }) => type);
    expect([...new Set(types)]).toEqual(["customer.created", "contact.created"]);
    expect(types.at(-1)).toBe("contact.created");
  }
});

test("a receiver that is gone is switched off once, and the rest waits in line", async () => {
  const { id, version } = await makeWebhook(admin, receiver.url, [
    "customer.created",
    "contact.created",
  ]);
  await waitingCustomers(id);
  receiver.reply = { status: 410 };
  await letGo(id);
  const disabled = `SELECT 1 FROM activity WHERE record_id = '${id}' AND action = 'disabled'`;
  await until(async () => (await rows(disabled)).length > 0);
  expect(await rows(disabled)).toHaveLength(1);
  expect(await statusesOf(id)).toEqual({ FAILED: 1, PENDING: 2 * CUSTOMERS - 1 });
  receiver.reply = { status: 204 };
  const { errors } = await admin.ask(
    "mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { webhook { id } } }",
    { input: { id, version: version + 1, enabled: true } },
  );
  expect(errors).toBeUndefined();
  await until(async () => (await statusesOf(id)).DELIVERED === 2 * CUSTOMERS - 1);
});

test("connections are kept, and one that its receiver closed says nothing about an event", async () => {
  const requests = new Map<Socket, number>();
  let closesKept = false;
  const other = http.createServer((request, response) => {
    const before = requests.get(request.socket) ?? 0;
    requests.set(request.socket, before + 1);
    if (closesKept && before > 0) request.socket.resetAndDestroy();
    else request.resume().once("end", () => response.writeHead(204).end());
  });
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const connections = new Connections();
  const sendOne = () =>
    send(
      {
        url: `http://127.0.0.1:${port}/`,
        headers: {},
        body: "{}",
        own: ["127.0.0.1"],
        connections,
      },
      new AbortController().signal,
    );
  for (let sent = 0; sent < 3; sent += 1)
    expect(await sendOne()).toEqual({ status: 204, problem: null });
  expect([...requests.values()]).toEqual([3]);
  closesKept = true;
  expect(await sendOne()).toEqual({ status: 204, problem: null });
  expect([...requests.values()]).toEqual([4, 1]);
  connections.close();
  other.close();
  await once(other, "close");
});
