/**
 * Lets RECEIVERS (1 unless set, quick ones) catch up with EVENTS (20,000) of the change feed that are there before their
 * webhooks go on: tells how many a second reach each, and holds that each event came once, and those of a record in order.
 * RECORDS (1,000) is how many records they are about, DELAY_MS (0) how long a receiver takes to answer.
 * `pnpm bench:webhooks`, or `node tools/bench-webhooks.mjs` after a build; ROUNDS (3) repeats it.
 */
import { setTimeout as pause } from "node:timers/promises";
import { openStage } from "./bench/stage.mjs";
import { startReceiver } from "./workload/receiver.mjs";

const EVENTS = Number(process.env.EVENTS ?? 20_000);
const RECORDS = Number(process.env.RECORDS ?? 1_000);
const RECEIVERS = Number(process.env.RECEIVERS ?? 1);
const DELAY_MS = Number(process.env.DELAY_MS ?? 0);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const EVENTS_PER_COMMIT = 10;
const PATIENCE_MS = 10 * 60_000;

const CREATE =
  "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }";
const DELETE = "mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { webhook { id } } }";
/** The number of an event stands in its note. */
const WRITE = `INSERT INTO activity (record_type, record_id, action, changes, note, actor_kind, actor_name)
  SELECT 'Customer', record_of(n % $3), 'updated', '[{"field":"tradeName","old":"a","new":"b"}]', n::text, 'SYSTEM', 'bench'
  FROM generate_series($1::int, $2::int) AS n ORDER BY n`;
const RECORD_ID = `CREATE FUNCTION record_of(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT md5(n::text)::uuid $$`;

const stage = await openStage("bench-webhooks");
const server = await (async () => {
  await stage.run("postgres", "CREATE DATABASE webhooks");
  return stage.serve("webhooks", { WEBHOOK_NETWORKS: "127.0.0.1" });
})();

async function round(number) {
  const receivers = await Promise.all(
    Array.from({ length: RECEIVERS }, () => startReceiver({ delayMs: DELAY_MS })),
  );
  const ids = [];
  for (const { url } of receivers) {
    const input = { url, events: ["customer.updated"] };
    ids.push((await server.ask(CREATE, { input })).createWebhook.webhook.id);
  }
  const hold = (claim) =>
    stage.run(
      "webhooks",
      `UPDATE webhooks SET claim = ${claim}, claimed_until = now() + interval '1 hour'`,
    );
  await hold("gen_random_uuid()");
  await stage.withClient("webhooks", async (client) => {
    for (let from = 1; from <= EVENTS; from += EVENTS_PER_COMMIT)
      await client.query(WRITE, [from, Math.min(EVENTS, from + EVENTS_PER_COMMIT - 1), RECORDS]);
  });
  await hold("NULL");
  const began = performance.now();
  const seconds = await Promise.all(
    receivers.map(async (receiver) => {
      for (const end = Date.now() + PATIENCE_MS; receiver.events.size < EVENTS; await pause(10))
        if (Date.now() > end) throw new Error(`${receiver.events.size} of ${EVENTS} events came`);
      return (performance.now() - began) / 1_000;
    }),
  );
  const problems = receivers.flatMap((receiver) => receiver.problems());
  if (problems.length > 0) throw new Error(problems.slice(0, 5).join("\n"));
  const again = receivers.reduce((total, { repeated }) => total + repeated, 0);
  const rates = seconds.map((one) => Math.round(EVENTS / one)).join(", ");
  const connections = receivers.map((receiver) => receiver.connections).join(", ");
  console.log(
    `round ${number}: ${rates} events a second to each, over ${connections} connections; ${again} came again`,
  );
  for (const id of ids) await server.ask(DELETE, { id });
  await Promise.all(receivers.map((receiver) => receiver.close()));
}

try {
  await stage.run("webhooks", RECORD_ID);
  console.log(`${EVENTS} events of ${RECORDS} records to ${RECEIVERS} receivers`);
  for (let number = 1; number <= ROUNDS; number += 1) await round(number);
} finally {
  await server.stop();
  await stage.close();
}
