import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";
import { makeCustomer } from "../src/features/customers/customer.make.js";
import { createServer } from "../src/server.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

function connect(caller: Caller, url = server.url, headers: Record<string, string> = {}): Client {
  return createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie: caller.cookie, ...headers } });
      }
    },
  });
}

const CHANGED =
  "subscription ($id: ID!) { customerChanged(id: $id) { event customer { tradeName version } } }";
const UPDATE =
  "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version } } }";

interface Change {
  customerChanged: { event: string; customer: { tradeName: string | null; version: number } };
}

test("a change is heard after its commit, also from another process", async () => {
  const made = await makeCustomer(admin);
  const second = await createServer(server.app, "nowhere");
  const url = await second.listen({ port: 0, host: "127.0.0.1" });
  const client = connect(admin, url);
  const changes = client.iterate<Change>({ query: CHANGED, variables: { id: made.id } });
  expect((await changes.next()).value.data).toEqual({
    customerChanged: { event: "started", customer: { tradeName: null, version: 1 } },
  });
  await admin.ask(UPDATE, { input: { id: made.id, version: 1, tradeName: "Heard" } });
  expect((await changes.next()).value.data).toEqual({
    customerChanged: { event: "customer.updated", customer: { tradeName: "Heard", version: 2 } },
  });
  // A change that is refused is not heard: the next event is the one after it.
  await admin.ask(UPDATE, { input: { id: made.id, version: 1, tradeName: "Stale" } });
  await admin.ask(UPDATE, { input: { id: made.id, version: 2, tradeName: "Again" } });
  expect((await changes.next()).value.data?.customerChanged.customer.tradeName).toBe("Again");
  await client.dispose();
  await second.close();
});

async function closeCode(open: () => WebSocket, act: (socket: WebSocket) => void): Promise<number> {
  const socket = open();
  return new Promise((resolve, reject) => {
    socket.once("open", () => act(socket));
    socket.once("close", (code) => resolve(code));
    socket.once("unexpected-response", (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.once("error", reject);
  });
}

const raw = (headers: Record<string, string> = {}) =>
  new WebSocket(`${server.url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
    headers: { cookie: admin.cookie, ...headers },
  });
const init = JSON.stringify({ type: "connection_init" });
const subscribe = (id: string, query: string) =>
  JSON.stringify({ id, type: "subscribe", payload: { query } });

describe("G31-32 the socket's doors", () => {
  test("a stranger does not get in", async () => {
    expect(
      await closeCode(
        () => raw({ cookie: "" }),
        () => undefined,
      ),
    ).toBe(401);
  });
  test("subscribing before the acknowledgement closes it", async () => {
    expect(
      await closeCode(raw, (socket) =>
        socket.send(subscribe("1", "subscription { customersChanged { event } }")),
      ),
    ).toBe(4401);
  });
  test("two initialisations close it", async () => {
    expect(
      await closeCode(raw, (socket) => [init, init].map((message) => socket.send(message))),
    ).toBe(4429);
  });
  test("a foreign page is refused", async () => {
    expect(
      await closeCode(
        () => raw({ origin: "https://evil.example" }),
        (socket) => socket.send(init),
      ),
    ).toBe(4403);
  });
  test("no initialisation closes it in time", async () => {
    expect(await closeCode(raw, () => undefined)).toBe(4408);
  });
});

async function errorOf(caller: Caller, query: string): Promise<Record<string, unknown>> {
  const client = connect(caller);
  return new Promise((resolve) => {
    client.subscribe(
      { query },
      {
        next: ({ errors }) => resolve((errors?.[0]?.extensions ?? {}) as Record<string, unknown>),
        error: (errors) =>
          resolve((errors as { extensions: Record<string, unknown> }[])[0]?.extensions ?? {}),
        complete: () => undefined,
      },
    );
  }).finally(() => client.dispose()) as Promise<Record<string, unknown>>;
}

test("queries and mutations are not served there, dear ones are refused, and roles hold", async () => {
  expect(await errorOf(admin, "{ viewer { name } }")).toMatchObject({ code: "BAD_REQUEST" });
  expect(
    await errorOf(
      admin,
      `subscription { customersChanged { ${"customer { owner { id } } ".repeat(2)} nothing } }`,
    ),
  ).toMatchObject({ code: "BAD_USER_INPUT" });
  const projects = await server.signIn("projects");
  const id = "01890000-0000-7000-8000-000000000000";
  expect(
    await errorOf(projects, `subscription { importProgress(id: "${id}") { status } }`),
  ).toMatchObject({ code: "FORBIDDEN" });
});

test("a socket carries so many subscriptions and no more", async () => {
  const client = connect(admin);
  const errors: unknown[] = [];
  await new Promise<void>((resolve) => {
    for (let index = 0; index <= 100; index += 1) {
      client.subscribe(
        { query: "subscription { customersChanged { event } }" },
        {
          next: () => undefined,
          complete: () => undefined,
          error: (error) => {
            errors.push(error);
            resolve();
          },
        },
      );
    }
  });
  expect(errors).toHaveLength(1);
  await client.dispose();
});
