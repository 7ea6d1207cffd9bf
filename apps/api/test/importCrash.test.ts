import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { importUntil, upload } from "../src/features/imports/import.factory.js";
import { startWorker, type WorkerProcess } from "../src/platform/jobs/workerProcess.js";
import { startTcpProxy, type TcpProxy } from "./network/tcpProxy.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { builtProgram } from "./setup/builtPrograms.js";

// CRASH_SEEDS=1,2,3… runs more of them; each breaks one import at five random points.
const SEEDS = (process.env.CRASH_SEEDS ?? "11,23").split(",").map(Number);
const CHUNK_ROWS = 60;
const ROWS = 1_200;
const PATIENCE_MS = 90_000;

/** Numbers from 0 to 1 that are the same for a seed on every machine (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const cnpjs = ["11.222.333/0001-81", "12.345.678/0001-95", "00.000.000/0001-91"];

/** Rows of every class: new ones, changes, unchanged ones, repetitions and mistakes, with external ids. */
function fileOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    if (at % 10 === 3) return `Known ${at % 200},Olinda,known-${at % 200},,changed ${at}`;
    if (at % 10 === 5) return `Known ${at % 200},,known-${at % 200},,`;
    if (at % 50 === 7) return `Wrong ${at},Recife,w-${at},11.222.333/0001-82,`;
    if (at % 50 === 9) return `New ${at - 1},Recife,new-${at - 1},,`;
    return `New ${at},Recife,new-${at},${at < 30 ? (cnpjs[at / 10] ?? "") : ""},note ${at}`;
  });
  return `Name,City,External ID,CNPJ,Notes\n${lines.join("\n")}\n`;
}

const CREATE =
  "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }";
const RUN = "mutation ($input: ImportIdInput!) { runImport(input: $input) { import { id } } }";

interface Place {
  server: TestServer;
  admin: Caller;
}

async function startPlace(options: Parameters<typeof startServer>[0]): Promise<Place> {
  const server = await startServer({ limits: { importChunkRows: CHUNK_ROWS }, ...options });
  const admin = await server.signIn("admin");
  await server.app.database.pool.query(`
    WITH made AS (INSERT INTO customers (legal_name, city, country)
      SELECT 'Known ' || n, 'Santos', 'BR' FROM generate_series(0, 199) n RETURNING id, legal_name)
    INSERT INTO external_ids SELECT 'Customer', id, 'import', lower(replace(legal_name, ' ', '-')) FROM made`);
  return { server, admin };
}

async function begin({ admin }: Place): Promise<string> {
  const fileId = await upload(admin, "crash.csv", fileOf(ROWS));
  const input = { fileId, recordType: "CUSTOMER", idSource: "import" };
  const made = await admin.ask<{ createImport: { import: { id: string } } }>(CREATE, { input });
  return made.data.createImport.import.id;
}

/** The result of an import, without ids, numbers and timestamps, which differ from run to run. */
async function endOf({ server }: Place, importId: string) {
  const query = async (text: string) => (await server.app.database.pool.query(text)).rows;
  return {
    import: await query(
      `SELECT status, counts, result, done, total FROM imports WHERE id = '${importId}'`,
    ),
    customers: await query(`
      SELECT legal_name, city, country, notes, tax_id_value, version, status, deleted_at FROM customers ORDER BY legal_name, version, notes`),
    externalIds: await query(`
      SELECT e.source, e.external_id, c.legal_name FROM customer_external_ids e JOIN customers c ON c.id = e.customer_id ORDER BY 1, 2`),
    history: await query(`
      SELECT c.legal_name, a.action, a.actor_kind, (SELECT jsonb_agg(x ORDER BY x->>'field') FROM jsonb_array_elements(a.changes) x) AS changes
      FROM activity a JOIN customers c ON c.id = a.record_id ORDER BY 1, 2, 4`),
    rows: await query(`
      SELECT line, class, outcome, (SELECT jsonb_object_agg(x->>'code', x->'params') FROM jsonb_array_elements(issues) x) AS issues
      FROM import_plan WHERE import_id = '${importId}' ORDER BY line`),
    twice: await query("SELECT number FROM customers GROUP BY number HAVING count(*) > 1"),
  };
}

let undisturbed: Awaited<ReturnType<typeof endOf>>;
beforeAll(async () => {
  const place = await startPlace({});
  const id = await begin(place);
  await importUntil(place.admin, id, ["READY"], PATIENCE_MS);
  await place.admin.ask(RUN, { input: { id } });
  await importUntil(place.admin, id, ["DONE"], PATIENCE_MS);
  undisturbed = await endOf(place, id);
  await place.server.close();
});

test("the import has rows of every class, so that the comparison is meaningful", () => {
  const classes = new Set(undisturbed.rows.map((row) => row.class));
  expect(classes).toEqual(new Set(["NEW", "UPDATE", "UNCHANGED", "DUPLICATE", "ERROR"]));
  expect(undisturbed.history.length).toBeGreaterThan(900);
});

/** Breaks the worker or its connection to the database. */
class Breaker {
  private readonly random: () => number;

  constructor(
    seed: number,
    private readonly worker: WorkerProcess,
    private readonly proxy: TcpProxy,
    private readonly database: pg.Client,
  ) {
    this.random = randomOf(seed);
  }

  /** Waits until the import is in a state and has come to a random share of its rows, or is past it, and breaks something. */
  async strike(importId: string, status: string, from: number, to: number): Promise<string> {
    const at = Math.floor(ROWS * (from + (to - from) * this.random()));
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const { rows } = await this.database.query("SELECT status, done FROM imports WHERE id = $1", [
        importId,
      ]);
      if (rows[0]?.status === status && rows[0].done >= at) break;
      if (
        rows[0]?.status !== status &&
        !["READING", "CHECKING", "RUNNING"].includes(rows[0]?.status)
      )
        break;
      if (Date.now() > deadline) throw new Error(`never came to ${at} rows of ${status}`);
      await pause(2);
    }
    await pause(this.random() * 30);
    return this.random() < 0.5 ? this.killProcess() : this.cutDatabase();
  }

  private async killProcess(): Promise<string> {
    const { pid } = this.worker;
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    return "process";
  }

  private async cutDatabase(): Promise<string> {
    await this.proxy.cut();
    await pause(this.random() * 300);
    await this.proxy.mend();
    return "database";
  }
}

test.each(SEEDS)(
  "killed and cut off at random points (seed %i), an import comes to the same end",
  async (seed) => {
    const real = new URL(process.env.TEST_DATABASE_URL ?? "");
    const proxy = await startTcpProxy({ host: real.hostname, port: Number(real.port || 5432) });
    const place = await startPlace({ works: false });
    const way = new URL(place.server.databaseUrl);
    way.host = `127.0.0.1:${proxy.port}`;
    const database = new pg.Client(place.server.databaseUrl);
    await database.connect();
    const worker = startWorker({
      entry: builtProgram("worker.js"),
      flags: [],
      env: {
        ...process.env,
        DATABASE_URL: way.href,
        DATA_DIR: place.server.app.dataDir,
        IMPORT_CHUNK_ROWS: String(CHUNK_ROWS),
        LOG_LEVEL: "silent",
      },
      heapMb: 256,
      log: pino({ level: "silent" }),
    });
    try {
      const breaker = new Breaker(seed, worker, proxy, database);
      const id = await begin(place);
      await breaker.strike(id, "CHECKING", 0, 0.4);
      await breaker.strike(id, "CHECKING", 0.4, 1);
      await importUntil(place.admin, id, ["READY"], PATIENCE_MS);
      await place.admin.ask(RUN, { input: { id } });
      await breaker.strike(id, "RUNNING", 0, 0.3);
      await breaker.strike(id, "RUNNING", 0.3, 0.6);
      await breaker.strike(id, "RUNNING", 0.6, 0.95);
      await importUntil(place.admin, id, ["DONE"], PATIENCE_MS);
      expect(await endOf(place, id)).toEqual(undisturbed);
    } finally {
      await worker.stop();
      await database.end();
      await place.server.close();
      await proxy.close();
    }
  },
  240_000,
);
