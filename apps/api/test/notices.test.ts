import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { startServer } from "./server.js";

const ID = "0190a0b0-0000-7000-8000-000000000001";
const PAYLOADS = [
  "",
  "{",
  "null",
  "7",
  "[]",
  '"text"',
  '{"name":1,"id":2,"parentId":3}',
  `{"name":"customer.updated","id":"${ID}","parentId":"' OR 1=1"}`,
  "[".repeat(7_000),
  "x".repeat(7_900),
];

test("malformed notices, which any database user can send, are refused and do no harm", async () => {
  const messages: string[] = [];
  const log = pino({ level: "warn" }, { write: (line) => messages.push(JSON.parse(line).msg) });
  const server = await startServer({ log });
  const stranger = `stranger_${randomBytes(4).toString("hex")}`;
  await server.asOwner(`CREATE ROLE ${stranger} LOGIN PASSWORD 'stranger'`);
  const url = new URL(server.databaseUrl);
  url.username = stranger;
  url.password = "stranger";
  const client = new pg.Client(url.href);
  await client.connect();
  const { rows } = await client.query(
    "SELECT 'pgboss_' || left(encode(sha224('jobs'::bytea), 'hex'), 24) AS channel",
  );
  const seen: string[] = [];
  const ended = new AbortController();
  const following = (async () => {
    for await (const { id } of server.app.events.follow(() => true, ended.signal)) seen.push(id);
  })();
  for (const channel of ["clientela_events", rows[0].channel]) {
    for (const payload of PAYLOADS)
      await client.query("SELECT pg_notify($1, $2)", [channel, payload]);
  }
  server.app.events.publish([{ name: "customer.updated", id: ID, parentId: ID }]);
  while (!seen.includes(ID)) await pause(50);
  expect(seen).toEqual([ID]);
  expect(
    messages.filter((message) => message === "a notice that is no event was refused"),
  ).toHaveLength(PAYLOADS.length);
  // Work is still done as soon as it is asked for.
  const admin = await server.signIn("admin");
  expect((await admin.ask("{ customers { totalCount } }")).errors).toBeUndefined();
  ended.abort();
  await following;
  await client.end();
  await server.asOwner(`DROP ROLE ${stranger}`);
  await server.close();
});
