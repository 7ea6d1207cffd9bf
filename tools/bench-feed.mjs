/**
 * Lets WRITERS (100 unless set) write history at once for SECONDS, next to a transaction that stays open all the time:
 * with nobody at the change feed, with positions given to what was committed EVERY_MS milliseconds, and with READERS that
 * also read all of it; then holds that every reader got every entry once, in the same order. Tells how many transactions
 * a second were committed, and how long after its commit an entry was read.
 * `node tools/bench-feed.mjs`, after a build; ROUNDS repeats the whole.
 */
import { setTimeout as pause } from "node:timers/promises";
import { built, fromApi, openStage } from "./bench/stage.mjs";

const pg = fromApi("pg");
const { default: sql } = await import(fromApi.resolve("sql-template-tag"));
await import(fromApi.resolve("reflect-metadata"));
const { openDatabase } = await import(built("platform/database/database.js"));
const { endOfFeed, entriesOf } = await import(built("features/activity/feedPosition.js"));

const WRITERS = Number(process.env.WRITERS ?? 100);
const READERS = Number(process.env.READERS ?? 2);
const SECONDS = Number(process.env.SECONDS ?? 10);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const EVERY_MS = Number(process.env.EVERY_MS ?? 50);
const PAGE = 1_000;

const WRITE = `INSERT INTO activity (record_type, record_id, action, changes, actor_kind, actor_name)
  VALUES ('Customer', gen_random_uuid(), 'updated', '[{"field":"tradeName","old":"a","new":"b"}]', 'SYSTEM', 'bench')
  RETURNING id`;

const stage = await openStage("bench-feed", { max_connections: WRITERS + 50 });
const log = { warn: () => undefined };
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;

async function write(clients, committed) {
  const end = performance.now() + SECONDS * 1_000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        const entries = 1 + Math.floor(Math.random() * 3);
        const ids = [];
        await client.query("BEGIN");
        for (let entry = 0; entry < entries; entry += 1)
          ids.push((await client.query({ name: "write", text: WRITE })).rows[0].id);
        await client.query("COMMIT");
        for (const id of ids) committed.set(id, performance.now());
        committed.transactions += 1;
      }
    }),
  );
}

/** Follows the feed until told to stop; returns the ids that it read, in order, and when it read them. */
function follow(db, from) {
  let going = true;
  const read = new Map();
  const following = (async () => {
    for (let after = from; ; ) {
      const isLast = !going;
      const until = await endOfFeed(db);
      const slice = { after, until, which: sql`true`, most: PAGE };
      const rows = await db.rows(entriesOf(sql`r.id`, slice));
      for (const { id } of rows) {
        if (read.has(id)) throw new Error(`${id} was read twice`);
        read.set(id, performance.now());
      }
      after = rows.length === PAGE ? rows.at(-1) : until;
      if (isLast && rows.length < PAGE) return read;
      if (rows.length < PAGE) await pause(EVERY_MS);
    }
  })();
  return () => {
    going = false;
    return following;
  };
}

/** Gives positions, as webhooks do that have nothing to tell, until told to stop. */
function give(db) {
  let going = true;
  const giving = (async () => {
    while (going) {
      await endOfFeed(db);
      await pause(EVERY_MS);
    }
  })();
  return () => {
    going = false;
    return giving;
  };
}

async function measure(database, clients, mode) {
  const committed = Object.assign(new Map(), { transactions: 0 });
  const from = await endOfFeed(database.db());
  const count = mode === "read" ? READERS : 0;
  const stops = Array.from({ length: count }, () => follow(database.db(), from));
  const stopGiving = mode === "positions" ? give(database.db()) : undefined;
  await write(clients, committed);
  await stopGiving?.();
  const reads = await Promise.all(stops.map((stop) => stop()));
  for (const read of reads) {
    if (read.size !== committed.size)
      throw new Error(`${read.size} of ${committed.size} entries were read`);
    if ([...read.keys()].join() !== [...reads[0].keys()].join())
      throw new Error("two readers saw two orders");
  }
  const lags = reads.flatMap((read) => [...read].map(([id, at]) => at - committed.get(id)));
  const lag =
    count === 0
      ? ""
      : `, read ${percentile(lags, 0.5).toFixed(0)} ms after the commit (p99 ${percentile(lags, 0.99).toFixed(0)} ms)`;
  return `${mode.padEnd(9)} ${(committed.transactions / SECONDS).toFixed(0)} transactions a second${lag}`;
}

try {
  await stage.run("postgres", "CREATE DATABASE feed");
  await (await stage.serve("feed")).stop();
  const url = stage.urlOf("feed");
  const database = await openDatabase({ url, log });
  const clients = Array.from({ length: WRITERS }, () => new pg.Client(url));
  await Promise.all(clients.map((client) => client.connect()));
  const open = new pg.Client(url);
  await open.connect();
  await open.query("BEGIN");
  await open.query(WRITE);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const mode of ["nobody", "positions", "read"])
      console.log(`round ${round}: ${await measure(database, clients, mode)}`);
  }
  await Promise.all([open, ...clients].map((client) => client.end()));
  await database.close();
} finally {
  await stage.close();
}
