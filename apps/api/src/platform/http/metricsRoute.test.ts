import { type Caller, startServer, type TestServer } from "../../../test/server.js";

let server: TestServer;
let proxied: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  proxied = await startServer({ publicUrl: "http://crm.example.com" });
  admin = await server.signIn("admin");
});
afterAll(async () => {
  await server.close();
  await proxied.close();
});

const FORWARDED = { headers: { "x-forwarded-for": "203.0.113.9" } };

test("this machine reads how the server is: requests, connections, the process", async () => {
  await admin.ask("{ viewer { name } }");
  await server.stranger.fetch("/api/nothing");
  const response = await server.stranger.fetch("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/plain");
  const text = await response.text();
  expect(text).toMatch(
    /clientela_http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} 1/,
  );
  expect(text).toMatch(/route="[^"]*",status="404"\} 1/);
  expect(text).toMatch(/clientela_database_connections\{state="idle"\} \d/);
  expect(text).toMatch(/process_resident_memory_bytes \d/);
  expect(text).not.toContain("nothing");
});

test("who comes through a proxy needs the admin's right", async () => {
  expect((await server.stranger.fetch("/metrics", FORWARDED)).status).toBe(401);
  expect((await proxied.stranger.fetch("/metrics")).status).toBe(401);
  const viewer = await server.signIn("viewer");
  expect((await viewer.fetch("/metrics", FORWARDED)).status).toBe(403);
  expect((await admin.fetch("/metrics", FORWARDED)).status).toBe(200);
});
