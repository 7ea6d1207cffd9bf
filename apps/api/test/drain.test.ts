import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import http from "node:http";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import WebSocket from "ws";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeFile } from "../src/features/files/file.factory.js";
import { startServer } from "./server.js";
import { emptyDatabase } from "./setup/database.js";
import { startProgram } from "./support/program.js";
import { until } from "./support/until.js";

const ADMIN = { email: "ana@example.com", password: "correct horse 9" };

test("a server that stops sends the responses it has begun, and keeps no connection open", async () => {
  const server = await startServer({ limits: { fileBytes: 20_000_000 } });
  const admin = await server.signIn("admin");
  const { id } = await makeCustomer(admin);
  const bytes = 16_000_000;
  const file = await makeFile(admin, "x".repeat(bytes), "large.txt", id);
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `GET /files/${file.id} HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\ncookie: ${admin.cookie}\r\n\r\n`,
  );
  await once(socket, "readable");
  // Browsers open connections before they have a request.
  const silent = connect(Number(new URL(server.url).port), "127.0.0.1");
  silent.on("error", () => undefined);
  await once(silent, "connect");
  const began = performance.now();
  const closing = server.close();
  let received = 0;
  socket.on("data", (chunk: Buffer) => {
    received += chunk.length;
  });
  await closing;
  expect(received).toBeGreaterThan(bytes);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test("during shutdown, requests in progress are completed, new ones are refused with a message, sockets close with 1012", async () => {
  const server = await startServer();
  const admin = await server.signIn("admin");
  await server.asOwner(`
    CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$;
    CREATE TRIGGER slow BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION slow()`);
  const holder = new pg.Client(server.databaseUrl);
  await holder.connect();
  await holder.query("SELECT pg_advisory_lock(1)");
  const socket = new WebSocket(
    `${server.url.replace("http", "ws")}/graphql`,
    "graphql-transport-ws",
    {
      headers: { cookie: admin.cookie },
    },
  );
  await once(socket, "open");
  const closed = once(socket, "close").then(([code]) => Number(code));

  server.http.drain.announce();
  const ready = await server.stranger.fetch("/readyz");
  expect([ready.status, await ready.json()]).toEqual([503, { status: "shutting down" }]);
  // A request that arrives before the load balancer notices is served, on a connection that is then closed.
  const served = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ viewer { name } }" }),
  });
  expect([served.status, served.headers.get("connection")]).toEqual([200, "close"]);

  const slow = admin.ask(
    'mutation { createCustomer(input: { legalName: "Last", address: { city: "Olinda", country: "BR" } }) { customer { id } } }',
  );
  const underWay = async () => {
    const { rows } = await server.app.database.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'",
    );
    return rows.length > 0;
  };
  await until(underWay);
  const closing = server.close();
  await until(async () => (await server.stranger.fetch("/")).status === 503);
  expect((await server.stranger.fetch("/healthz")).status).toBe(200);
  expect((await server.stranger.fetch("/readyz")).status).toBe(503);
  for (const path of ["/changes", "/", "/nowhere"]) {
    const refused = await server.stranger.fetch(path);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAVAILABLE", reason: "SHUTTING_DOWN" } }],
    });
  }
  const answer = await admin.ask("{ viewer { name } }");
  expect(answer.status).toBe(503);
  expect(answer.errors?.[0]?.extensions.code).toBe("UNAVAILABLE");
  expect(await closed).toBe(1012);
  await holder.end();
  expect((await slow).errors).toBeUndefined();
  await closing;
});

test("a signal ends the process with 0; an upload that is too slow to be complete in time is refused with a message", async () => {
  const database = await emptyDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-drain-"));
  const program = startProgram({
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    DRAIN_SECONDS: "3",
    SHUTDOWN_SECONDS: "10",
  });
  const url = (await program.says(/running at (http:\S+)/))[1] ?? "";
  const signIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const upload = http.request(`${url}/files`, {
    method: "POST",
    headers: { cookie, "content-type": "multipart/form-data; boundary=x" },
  });
  upload.on("error", () => undefined);
  const refused = once(upload, "response").then(async ([response]) => [
    response.statusCode,
    response.headers["retry-after"],
    JSON.parse(await text(response)),
  ]);
  upload.write(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="slow.txt"\r\n\r\nbegin',
  );
  const drip = setInterval(() => upload.write("."), 100);
  await until(async () =>
    (await readdir(dataDir, { recursive: true })).some((name) => name.includes("uploads/")),
  );
  const began = performance.now();
  program.child.kill("SIGTERM");
  await until(async () => (await fetch(`${url}/readyz`)).status === 503);
  expect((await fetch(`${url}/graphql`)).status).toBe(401);
  expect(await refused).toMatchObject([
    503,
    "5",
    { errors: [{ extensions: { code: "UNAVAILABLE", reason: "SHUTTING_DOWN" } }] },
  ]);
  clearInterval(drip);
  upload.destroy();
  expect(await program.ended()).toBe(0);
  expect(performance.now() - began).toBeLessThan(20_000);
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});
