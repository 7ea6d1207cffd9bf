import { pino } from "pino";
import { importUntil, upload } from "../src/features/imports/import.factory.js";
import { isAlive } from "../src/platform/embedded/holder.js";
import { startWorker, type WorkerProcess } from "../src/platform/jobs/workerProcess.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { builtProgram } from "./setup/builtPrograms.js";

const PATIENCE_MS = 110_000;

let server: TestServer;
let admin: Caller;
let worker: WorkerProcess;
beforeAll(async () => {
  server = await startServer({ works: false });
  admin = await server.signIn("admin");
});
afterAll(async () => {
  await worker?.stop();
  await server.close();
});

const CREATE =
  "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }";
const RUN = "mutation ($input: ImportIdInput!) { runImport(input: $input) { import { status } } }";

const rows = Array.from({ length: 6_000 }, (_, at) => `Customer ${at},Olinda,BR,ext-${at}`);
const csv = `Name,City,Country,External ID\n${rows.join("\n")}\n`;

test("queued work waits for the worker, is done by it, and survives its crash", async () => {
  const fileId = await upload(admin, "many.csv", csv);
  const made = await admin.ask<{ createImport: { import: { id: string } } }>(CREATE, {
    input: { fileId, recordType: "CUSTOMER", idSource: "erp" },
  });
  const { id } = made.data.createImport.import;
  worker = startWorker({
    entry: builtProgram("worker.js"),
    flags: [],
    env: {
      ...process.env,
      DATABASE_URL: server.servingUrl,
      DATA_DIR: server.app.dataDir,
      LOG_LEVEL: "silent",
    },
    heapMb: 256,
    log: pino({ level: "silent" }),
  });
  const first = worker.pid;
  const plan = await importUntil(admin, id, ["READY"], PATIENCE_MS);
  expect(plan.counts).toMatchObject({ total: 6_000, new: 6_000 });

  await admin.ask(RUN, { input: { id } });
  const done = "SELECT done FROM imports WHERE id = $1";
  for (;;) {
    const {
      rows: [row],
    } = await server.app.database.pool.query(done, [id]);
    if (row.done > 0) break;
  }
  process.kill(first ?? 0, "SIGKILL");
  const result = await importUntil(admin, id, ["DONE"], PATIENCE_MS);
  expect(result.result).toEqual({
    created: 6_000,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    lines: 0,
  });
  expect(worker.pid).not.toBe(first);
  const {
    rows: [sums],
  } = await server.app.database.pool.query(`
    SELECT (SELECT count(*) FROM customers)::int AS customers,
      (SELECT count(*) FROM customer_external_ids)::int AS ids, (SELECT count(*) FROM activity WHERE record_type = 'Customer')::int AS entries`);
  expect(sums).toEqual({ customers: 6_000, ids: 6_000, entries: 6_000 });

  const second = worker.pid ?? 0;
  await worker.stop();
  expect(isAlive(second)).toBe(false);
}, 280_000);
