/**
 * Sorts the list of CUSTOMERS (1,000,000) customers with everything by each of their metrics, and prints how many
 * milliseconds a page of 50 takes over HTTP, the median of ROUNDS (9): from either end, from the middle, and of what a
 * filter leaves; and filters it by ranges of metrics that leave many, few and none. Then with CHANGED (0.1 percent of them) whose metrics were not kept anew yet, and on the next day.
 * `node tools/bench-lists.mjs`, after a build.
 */
import { setTimeout as pause } from "node:timers/promises";
import { statements } from "./bench/graph/data.mjs";
import { openStage } from "./bench/stage.mjs";

const CUSTOMERS = Number(process.env.CUSTOMERS ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const CHANGED = Number(process.env.CHANGED ?? CUSTOMERS / 1_000);
const METRICS = [
  "ACTIVE_PROJECTS",
  "HOURS",
  "OVERDUE_TASKS",
  "OPEN_ORDERS",
  "OUTSTANDING",
  "OVERDUE",
  "RECEIVABLES_DAYS_31_TO_60",
  "RECEIVABLES_OLDEST_DUE",
  "LAST_ACTIVITY",
];
/** What marks of changes name: metrics that depend on the same tables have one in common. */
const GROUPS = [
  "ACTIVE_PROJECTS",
  "HOURS",
  "OVERDUE_TASKS",
  "OPEN_ORDERS",
  "OPEN_INVOICES",
  "LAST_ACTIVITY",
];
const RANGES = [
  { outstanding: { from: "1" } },
  { outstanding: { from: "20000" } },
  { outstanding: { from: "1000000000" } },
  { outstanding: { to: "0" } },
  { overdueTasks: { from: 2 } },
  { workedMinutes: { from: 60, to: 90 } },
  { receivablesOver90: { from: "1" }, activeProjects: { from: 1 } },
  { lastActivityOn: { to: "2020-01-01" } },
];
const COUNT = `query ($filter: CustomerFilter) { customers(filter: $filter) {
  estimatedCount { value exact } } }`;
const ENV = { REQUESTS_PER_MINUTE: "0", QUERY_COST_LIMIT: "1000000" };

const PAGE = `query ($first: Int, $last: Int, $after: String, $filter: CustomerFilter, $orderBy: CustomerOrder) {
  customers(first: $first, last: $last, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { id legalName } pageInfo { hasNextPage endCursor } } }`;
const CURSOR = `query ($row: Int!, $orderBy: CustomerOrder) { customerCursorAt(row: $row, orderBy: $orderBy) }`;
/** Written by a trigger otherwise, which the data of the bench goes past. */
const noteChanges = (where, limit) => `INSERT INTO metric_changes (metric, record_id)
  SELECT m, c.id FROM (SELECT id FROM customers WHERE ${where} LIMIT ${limit}) c, unnest(ARRAY['${GROUPS.join("','")}']) m`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function timed(server, variables, query = PAGE) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await server.ask(query, variables);
    times.push(performance.now() - began);
  }
  return median(times);
}

async function printTable(server, title) {
  console.log(`\n${title}, milliseconds a page of 50`);
  console.log(
    ["", "largest", "middle", "smallest", "last page", "filtered"]
      .map((text) => text.padStart(16))
      .join(""),
  );
  for (const field of METRICS) {
    const down = { field, direction: "DESC" };
    const { customerCursorAt: after } = await server.ask(CURSOR, {
      row: CUSTOMERS / 2,
      orderBy: down,
    });
    const figures = [
      await timed(server, { first: 50, orderBy: down }),
      await timed(server, { first: 50, after, orderBy: down }),
      await timed(server, { first: 50, orderBy: { field, direction: "ASC" } }),
      await timed(server, { last: 50, orderBy: down }),
      await timed(server, {
        first: 50,
        orderBy: down,
        filter: { city: "Lisboa", status: ["LEAD"] },
      }),
    ];
    console.log(field.padStart(16) + figures.map((ms) => ms.toFixed(1).padStart(16)).join(""));
  }
}

async function printRanges(server, title) {
  console.log(`\n${title}, filtered by ranges, milliseconds a page of 50`);
  console.log(
    ["by name", "by the figure", "other end", "by another", "the count"]
      .map((text) => text.padStart(14))
      .join(""),
  );
  for (const filter of RANGES) {
    const counted = await server.ask(COUNT, { filter });
    const { value, exact } = counted.customers.estimatedCount;
    const figures = [
      await timed(server, { first: 50, filter }),
      await timed(server, {
        first: 50,
        filter,
        orderBy: { field: "OUTSTANDING", direction: "DESC" },
      }),
      await timed(server, {
        first: 50,
        filter,
        orderBy: { field: "OUTSTANDING", direction: "ASC" },
      }),
      await timed(server, { first: 50, filter, orderBy: { field: "HOURS", direction: "DESC" } }),
      await timed(server, { filter }, COUNT),
    ];
    console.log(
      `${figures.map((ms) => ms.toFixed(1).padStart(14)).join("")}  ${JSON.stringify(filter)} ${exact ? "" : "about "}${value}`,
    );
  }
}

const stage = await openStage("bench-lists", { shared_buffers: "1GB", max_wal_size: "8GB" });
const stops = [() => stage.close()];
try {
  await stage.run("postgres", "CREATE DATABASE bench");
  await (await stage.serve("bench")).stop();
  console.log(`making ${CUSTOMERS} customers with everything …`);
  await stage.withClient("bench", async (client) => {
    for (const statement of statements(CUSTOMERS)) await client.query(statement);
    await client.query(noteChanges("true", CUSTOMERS));
    await client.query("ANALYZE metric_changes");
  });
  const server = await stage.serve("bench", ENV);
  stops.unshift(server.stop);
  const began = performance.now();
  const isKept = async () =>
    (await stage.run("bench", "SELECT EXISTS (SELECT 1 FROM metric_changes) AS waits")).rows[0]
      .waits === false;
  while (!(await isKept())) await pause(500);
  console.log(`all metrics kept anew in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  await stage.run("bench", "VACUUM (ANALYZE) kept_metrics, metric_changes");
  await printTable(server, "kept");
  await printRanges(server, "kept");
  // Whoever holds the lock keeps nothing anew.
  await stage.withClient("bench", async (client) => {
    await client.query("BEGIN; SELECT pg_advisory_xact_lock(7205911)");
    await stage.run("bench", noteChanges("random() < 0.5", CHANGED));
    await printTable(server, `${CHANGED} customers changed`);
    await printRanges(server, `${CHANGED} customers changed`);
    await stage.run("bench", "UPDATE metrics_day SET day = day - 1");
    await printTable(server, `the next day, and ${CHANGED} customers changed`);
    await client.query("ROLLBACK");
  });
} finally {
  for (const stop of stops) await stop();
}
