import { once } from "node:events";
import WebSocket from "ws";
import { createServer } from "../src/server.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const LIMIT = 600;
const AT_ONCE = 40;

let server: TestServer;
let urls: [string, string];
let close: () => Promise<void>;
beforeAll(async () => {
  server = await startServer({ limits: { requestsPerMinute: LIMIT } });
  const second = await createServer(server.app, "nowhere");
  urls = [server.url, await second.listen({ port: 0, host: "127.0.0.1" })];
  close = async () => {
    await second.close();
    await server.close();
  };
});
afterAll(() => close());

const ask = (base: string, { cookie }: Caller) =>
  fetch(`${base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ query: "{ viewer { name } }" }),
  });

/** The statuses of so many requests, 40 of them at a time; `base` says which process gets the nth. */
async function statusesOf(
  caller: Caller,
  count: number,
  base: (nth: number) => string,
): Promise<number[]> {
  const statuses: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const nth = next++;
      const response = await ask(base(nth), caller);
      await response.arrayBuffer();
      statuses.push(response.status);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return statuses;
}

const passed = (statuses: readonly number[]) => statuses.filter((status) => status === 200).length;

test("concurrent requests share an allowance: all of it passes, and nothing beyond it", async () => {
  const busy = await server.signIn("viewer");
  expect(passed(await statusesOf(busy, LIMIT, () => urls[0]))).toBe(LIMIT);
  expect(await statusesOf(busy, 20, () => urls[0])).toEqual(Array(20).fill(429));
});

test("all of it passes if requests go to two processes by turns", async () => {
  const busy = await server.signIn("viewer");
  expect(passed(await statusesOf(busy, LIMIT, (nth) => urls[nth % 2 ? 1 : 0]))).toBe(LIMIT);
  expect(passed(await statusesOf(busy, 20, (nth) => urls[nth % 2 ? 1 : 0]))).toBe(0);
});

test("all of it passes if one process holds a share that it does not use", async () => {
  const busy = await server.signIn("viewer");
  expect((await ask(urls[1], busy)).status).toBe(200);
  expect(passed(await statusesOf(busy, LIMIT - 1, () => urls[0]))).toBe(LIMIT - 1);
  expect((await ask(urls[1], busy)).status).toBe(429);
});

test("a refusal says when to try again, affects nobody else, and ends with its minute", async () => {
  const busy = await server.signIn("viewer");
  await statusesOf(busy, LIMIT, () => urls[0]);
  const refused = await ask(urls[1], busy);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(refused.status).toBe(429);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: seconds } }],
  });
  const calm = await server.signIn("viewer");
  expect((await calm.ask("{ viewer { name } }")).status).toBe(200);

  await server.app.database.pool.query("UPDATE attempts SET since = since - interval '61 seconds'");
  const third = await createServer(server.app, "nowhere");
  const fresh = await third.listen({ port: 0, host: "127.0.0.1" });
  expect((await ask(fresh, busy)).status).toBe(200);
  await third.close();
});

test("a burst of messages on one socket is not answered beyond what one read from the network holds", async () => {
  const caller = await server.signIn("viewer");
  const socket = new WebSocket(`${urls[0].replace("http", "ws")}/graphql`, "graphql-transport-ws", {
    headers: { cookie: caller.cookie },
  });
  await once(socket, "open");
  let answered = 0;
  socket.on("message", () => {
    answered += 1;
  });
  socket.send(JSON.stringify({ type: "connection_init" }));
  for (let sent = 0; sent < 15_000; sent += 1) socket.send(JSON.stringify({ type: "ping" }));
  const [code] = await once(socket, "close");
  expect(code).toBe(4429);
  // 64 KB are read at a time.
  expect(answered).toBeLessThan(LIMIT + (64 * 1024) / 21);
});
