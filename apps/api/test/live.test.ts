import { type Client, createClient } from "graphql-ws";
import pg from "pg";
import WebSocket from "ws";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { planned } from "../src/features/imports/import.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { merge } from "../src/features/merges/merge.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { createServer } from "../src/server.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { until } from "./support/until.js";

let server: TestServer;
let admin: Caller;
let everything: { client: Client; changes: AsyncIterableIterator<{ data?: AnyChange | null }> };
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const client = connect(admin);
  const query = "subscription { customersChanged { event recordId } }";
  everything = { client, changes: client.iterate<AnyChange>({ query }) };
  await everything.changes.next();
});
afterAll(async () => {
  await everything.client.dispose();
  await server.close();
});

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

interface AnyChange {
  customersChanged: { event: string; recordId: string };
}

// An event is delivered shortly after its commit: who subscribes in between receives it.
async function delivered(event: string, recordId: string): Promise<void> {
  for (;;) {
    const { value } = await everything.changes.next();
    const received = value.data?.customersChanged;
    if (received?.event === event && received.recordId === recordId) return;
  }
}

async function deliveredCustomer() {
  const customer = await makeCustomer(admin);
  await delivered("customer.created", customer.id);
  return customer;
}

interface Change {
  customerChanged: { event: string; customer: { tradeName: string | null; version: number } };
}

test("a change is delivered after its commit, also from another process", async () => {
  const made = await deliveredCustomer();
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

test("a change is delivered while other write transactions are open", async () => {
  const { id } = await deliveredCustomer();
  const other = new pg.Client(server.databaseUrl);
  await other.connect();
  await other.query(`BEGIN; INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name)
    VALUES ('Customer', gen_random_uuid(), 'slow', 'SYSTEM', 'test')`);
  const client = connect(admin);
  const changes = client.iterate<Change>({ query: CHANGED, variables: { id } });
  await changes.next();
  await admin.ask(UPDATE, { input: { id, version: 1, tradeName: "Heard" } });
  // The other transaction has not ended.
  expect((await changes.next()).value.data?.customerChanged.customer.tradeName).toBe("Heard");
  await client.dispose();
  await other.end();
});

test("records that the caller may not read are not delivered", async () => {
  const { id } = await deliveredCustomer();
  const client = connect(await server.signIn("projects"));
  const changes = client.iterate<Change>({ query: CHANGED, variables: { id } });
  await changes.next();
  await makeInvoice(admin, id);
  await makeProject(admin, id);
  expect((await changes.next()).value.data?.customerChanged.event).toBe("project.created");
  await client.dispose();
});

test("a customer is followed by its id in any notation, and by that of a customer merged into it", async () => {
  const { id, version } = await deliveredCustomer();
  const merged = await deliveredCustomer();
  expect((await merge(admin, { id, version }, [merged.id])).errors).toBeUndefined();
  await delivered("customer.merged", id);
  const client = connect(admin);
  for (const requested of [id.toUpperCase(), merged.id]) {
    const changes = client.iterate<Change>({ query: CHANGED, variables: { id: requested } });
    await changes.next();
    await makeProject(admin, id);
    expect((await changes.next()).value.data?.customerChanged.event).toBe("project.created");
  }
  await client.dispose();
});

test("an import reports the current rate and time left, whenever the subscription began", async () => {
  const { id } = await planned(admin, "live.csv", "Name\nAna\n");
  const client = connect(admin);
  const steps = client.iterate<{
    importProgress: { progress: { rowsPerSecond: number | null; secondsLeft: number | null } };
  }>({
    query:
      "subscription ($id: ID!) { importProgress(id: $id) { progress { rowsPerSecond secondsLeft } } }",
    variables: { id },
  });
  await steps.next();
  const started = new Date();
  server.setNow(new Date(started.getTime() + 10_000));
  await server.app.database.pool.query(
    "UPDATE imports SET status = 'RUNNING', done = 500, total = 1000, phase_started_at = $2 WHERE id = $1",
    [id, started],
  );
  server.app.events.publish([{ name: "import.progressed", id, parentId: null }]);
  let progress = (await steps.next()).value.data.importProgress.progress;
  // That its plan was ready may be delivered first.
  while (progress.rowsPerSecond === null)
    progress = (await steps.next()).value.data.importProgress.progress;
  server.setNow(null);
  expect(progress).toEqual({ rowsPerSecond: 50, secondsLeft: 10 });
  await client.dispose();
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

const raw = (headers: Record<string, string> = {}, { url } = server) =>
  new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
    headers: { cookie: admin.cookie, ...headers },
  });
const init = JSON.stringify({ type: "connection_init" });
const subscribe = (id: string, query: string) =>
  JSON.stringify({ id, type: "subscribe", payload: { query } });

describe("the socket's doors", () => {
  test("an unauthenticated client is refused", async () => {
    expect(
      await closeCode(
        () => raw({ cookie: "" }),
        () => undefined,
      ),
    ).toBe(401);
  });
  test("subscribing before the acknowledgement closes the socket", async () => {
    expect(
      await closeCode(raw, (socket) =>
        socket.send(subscribe("1", "subscription { customersChanged { event } }")),
      ),
    ).toBe(4401);
  });
  test("two initialisations close the socket", async () => {
    expect(
      await closeCode(raw, (socket) => [init, init].map((message) => socket.send(message))),
    ).toBe(4429);
  });
  test("a foreign origin is refused", async () => {
    expect(
      await closeCode(
        () => raw({ origin: "https://evil.example" }),
        (socket) => socket.send(init),
      ),
    ).toBe(4403);
  });
  test("a socket without initialisation is closed in time", async () => {
    const impatient = await startServer({ limits: { socketInitMs: 200 } });
    const { cookie } = await impatient.signIn("viewer");
    const open = () => raw({ cookie }, impatient);
    expect(await closeCode(open, () => undefined)).toBe(4408);
    await impatient.close();
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

test("queries and mutations are not served there, expensive ones are refused, and roles apply", async () => {
  expect(await errorOf(admin, "{ viewer { name } }")).toMatchObject({ code: "BAD_REQUEST" });
  expect(
    await errorOf(
      admin,
      `subscription { customersChanged { ${"customer { owner { id } } ".repeat(2)} nothing } }`,
    ),
  ).toMatchObject({ code: "BAD_USER_INPUT" });
  const dear = `subscription { customersChanged { customer {
    projects(first: 100) { nodes { tasks(first: 100) { nodes { customer { projects(first: 100) { nodes { id } } } } } } } } } }`;
  expect(await errorOf(admin, dear)).toMatchObject({ code: "QUERY_TOO_COMPLEX", limit: 25_000 });
  const shape = `subscription { customersChanged { ${"a: event ".repeat(60)} } }`;
  expect(await errorOf(admin, shape)).toMatchObject({ code: "QUERY_TOO_COMPLEX", what: "aliases" });
  const projects = await server.signIn("projects");
  const id = "01890000-0000-7000-8000-000000000000";
  expect(
    await errorOf(projects, `subscription { importProgress(id: "${id}") { status } }`),
  ).toMatchObject({ code: "FORBIDDEN" });
});

test("a socket can have a limited number of subscriptions", async () => {
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

test("a person can have a limited number of sockets, and closed ones make room", async () => {
  const person = await server.signIn("viewer");
  const open = async (cookie: string): Promise<WebSocket | [number | undefined, unknown]> => {
    const socket = raw({ cookie });
    return new Promise((resolve, reject) => {
      socket.once("open", () => resolve(socket));
      socket.once("unexpected-response", (_request, response) => {
        response.resume();
        resolve([response.statusCode, response.headers["retry-after"]]);
      });
      socket.once("error", reject);
    });
  };
  const { socketsPerCaller } = server.app.limits;
  const opened = await Promise.all(
    Array.from({ length: socketsPerCaller }, () => open(person.cookie)),
  );
  expect(opened.every((one) => one instanceof WebSocket)).toBe(true);
  expect(await open(person.cookie)).toEqual([429, "10"]);
  const other = await open(admin.cookie);
  expect(other).toBeInstanceOf(WebSocket);

  const [first, ...rest] = [...opened, other].filter((one) => one instanceof WebSocket);
  first?.close();
  await until(async () => {
    const again = await open(person.cookie);
    if (again instanceof WebSocket) rest.push(again);
    return again instanceof WebSocket;
  });
  expect(await open(person.cookie)).toEqual([429, "10"]);
  for (const socket of rest) socket.close();
});

describe("a socket closes when its caller loses access", () => {
  const subscribed = async (headers: Record<string, string>, at = server) => {
    const socket = raw(headers, at);
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send(init);
    await new Promise((resolve) => socket.once("message", resolve));
    socket.send(subscribe("1", "subscription { customersChanged { event } }"));
    await new Promise((resolve) => socket.once("message", resolve));
    return { socket, closed };
  };
  const versionOf = async (userId: string) => {
    const { data } = await admin.ask<{ people: { id: string; version: number }[] }>(
      "{ people { id version } }",
    );
    return data.people.find(({ id }) => id === userId)?.version;
  };
  const change = async (userId: string, changes: object) => {
    const input = { id: userId, version: await versionOf(userId), ...changes };
    return admin.ask(
      "mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id } } }",
      { input },
    );
  };
  const keyOf = async (maker: Caller) => {
    const { data } = await maker.ask<{
      createApiKey: { secret: string; key: { id: string } };
    }>(
      "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret key { id } } }",
      { input: { name: "Socket", scopes: ["customers:read"] } },
    );
    return data.createApiKey;
  };

  const signOut = (person: Caller) =>
    person.fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });

  test.each<[how: string, act: (person: Caller) => Promise<unknown>]>([
    ["sign-out", signOut],
    [
      "the end of the session",
      async (person) => {
        const { data } = await person.ask<{ viewer: { sessions: { id: string }[] } }>(
          "{ viewer { sessions { id } } }",
        );
        const id = data.viewer.sessions[0]?.id;
        return person.ask(
          "mutation ($id: ID!) { endSession(input: { id: $id }) { session { id } } }",
          { id },
        );
      },
    ],
    [
      "an administrator who ends the session",
      async ({ userId }) => {
        const { data } = await admin.ask<{ people: { id: string; sessions: { id: string }[] }[] }>(
          "{ people { id sessions { id } } }",
        );
        const id = data.people.find((person) => person.id === userId)?.sessions[0]?.id;
        return admin.ask(
          "mutation ($id: ID!) { endSession(input: { id: $id }) { session { id } } }",
          { id },
        );
      },
    ],
    [
      "an administrator who ends all sessions of the person",
      ({ userId }) =>
        admin.ask("mutation ($userId: ID!) { endSessions(input: { userId: $userId }) { ended } }", {
          userId,
        }),
    ],
    ["being disabled", ({ userId }) => change(userId, { disabled: true })],
    ["another role", ({ userId }) => change(userId, { role: "projects" })],
  ])("at once by %s", async (_how, act) => {
    const person = await server.signIn("sales");
    const bystander = await server.signIn("sales");
    const [mine, other] = [
      await subscribed({ cookie: person.cookie }),
      await subscribed({ cookie: bystander.cookie }),
    ];
    const start = performance.now();
    await act(person);
    expect(await mine.closed).toBe(4403);
    // Well before it would be authenticated again without a notice.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    other.socket.close();
    await other.closed;
  });

  test.each<[how: string, act: (maker: Caller, keyId: string) => Promise<unknown>]>([
    [
      "its revocation",
      (maker, id) =>
        maker.ask("mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { key { id } } }", {
          id,
        }),
    ],
    [
      "the revocation of all keys of its maker",
      ({ userId }) =>
        admin.ask(
          "mutation ($userId: ID!) { revokeApiKeys(input: { userId: $userId }) { keys { id } } }",
          { userId },
        ),
    ],
    ["its maker being disabled", ({ userId }) => change(userId, { disabled: true })],
  ])("a key's at once by %s", async (_how, act) => {
    const maker = await server.signIn("admin");
    const { secret, key } = await keyOf(maker);
    const { closed } = await subscribed({ cookie: "", authorization: `Bearer ${secret}` });
    const start = performance.now();
    await act(maker, key.id);
    expect(await closed).toBe(4403);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("soon if a session expires, of which nothing notifies", async () => {
    const watchful = await startServer({ limits: { socketRecheckMs: 200 } });
    const { cookie } = await watchful.signIn("sales");
    const { closed } = await subscribed({ cookie }, watchful);
    await watchful.app.database.pool.query("UPDATE sessions SET expires_at = now()");
    expect(await closed).toBe(4403);
    await watchful.close();
  });
});
