import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { type Logger, pino } from "pino";
import { v7 as uuidV7 } from "uuid";
import { startServer, type TestServer } from "../../../test/server.js";
import { builtProgram } from "../../../test/setup/builtPrograms.js";
import { importUntil, upload } from "../../features/imports/import.factory.js";
import { registry } from "../../features.js";
import { type JobHandler, openJobs } from "./jobs.js";

/** Collects the messages of what is logged. */
function listeningLog(): { log: Logger; messages: string[] } {
  const messages: string[] = [];
  const log = pino({ level: "debug" }, { write: (line) => messages.push(JSON.parse(line).msg) });
  return { log, messages };
}

async function until(holds: () => Promise<boolean> | boolean, ms: number): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > ms) throw new Error(`not within ${ms} ms`);
    await pause(50);
  }
  return performance.now() - began;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ works: false });
});
afterAll(() => server.close());

test("work that failed is tried again after its delay", async () => {
  const tries: number[] = [];
  const flaky: JobHandler = {
    run: async () => {
      tries.push(performance.now());
      if (tries.length === 1) throw new Error("not yet");
    },
    giveUp: async () => undefined,
  };
  const { log } = listeningLog();
  const jobs = await openJobs(server.app.database, log, { flaky }, "works");
  await jobs.work(server.app);
  await jobs.enqueue(server.db, "flaky", uuidV7());
  await until(() => tries.length === 2, 8_000);
  // The first retry is due after a second, and pending jobs are checked every second.
  expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeLessThan(5_000);
  await jobs.stop();
});

test("jobs and notices that make no sense are refused with a line in the log, and harm nothing", async () => {
  const { log, messages } = listeningLog();
  const done: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(registry.jobHandlers).map((name): [string, JobHandler] => [
      name,
      {
        run: async (_app, id) => void done.push(id),
        giveUp: async (_app, id) => void done.push(id),
      },
    ]),
  );
  const jobs = await openJobs(server.app.database, log, handlers, "works");
  const queues = Object.keys(handlers).flatMap((name) => [name, `${name}-given-up`]);
  const payloads = ["null", '{"recordId":"x"}', "[]"];
  for (const queue of queues) {
    for (const payload of payloads) {
      await server.app.database.pool.query(
        "INSERT INTO jobs.job (id, name, data, singleton_key, policy) VALUES (gen_random_uuid(), $1, $2::jsonb, gen_random_uuid(), 'standard')",
        [queue, payload],
      );
    }
  }
  await jobs.work(server.app);
  const left = async () => {
    const { rows } = await server.app.database.pool.query(
      "SELECT count(*)::int AS count FROM jobs.job WHERE state NOT IN ('completed')",
    );
    return rows[0].count;
  };
  await until(async () => (await left()) === 0, 25_000);
  expect(done).toEqual([]);
  const refused = messages.filter(
    (message) => message === "a job that names no record was refused",
  );
  expect(refused).toHaveLength(queues.length * payloads.length);
  const id = uuidV7();
  await jobs.enqueue(server.db, Object.keys(handlers)[0] ?? "", id);
  await until(() => done.includes(id), 10_000);
  await jobs.stop();
});

describe("jobs in the hand of a process that died", () => {
  const GONE = 2 ** 31 - 1;
  const name = "slow";
  const done: string[] = [];
  const givenUp: string[] = [];
  const slow: JobHandler = {
    run: async (_app, id) => void done.push(id),
    giveUp: async (_app, id) => void givenUp.push(id),
  };
  const query = async (text: string, values: unknown[]) =>
    (await server.app.database.pool.query(text, values)).rows;
  const jobsOf = (recordId: string) =>
    query(
      `SELECT id, state, retry_count AS tries, start_after <= now() AS "isDue", data FROM jobs.job
       WHERE name = $1 AND data ->> 'recordId' = $2 AND state <> 'completed'`,
      [name, recordId],
    );

  // As a worker leaves it that is killed after it took the job, or before it recorded that it holds it.
  async function takeAndDie(recordId: string, isHeld = true): Promise<string> {
    const [job] = await jobsOf(recordId);
    // In one statement: a job that is active and that nobody holds is noticed by whoever looks in between.
    await query(
      `WITH taken AS (
         UPDATE jobs.job SET state = 'active', started_on = now() - interval '1 minute' WHERE id = $1 RETURNING id)
       INSERT INTO job_holders (job_id, queue, holder, missing_since)
       SELECT id, $2::text, $3::int, now() - interval '1 minute' FROM taken WHERE $4::boolean`,
      [job.id, name, GONE, isHeld],
    );
    return job.id;
  }
  const handedOver = (recordId: string, id: string) =>
    until(async () => (await jobsOf(recordId)).every((job) => job.id !== id), 15_000);

  test("continue at once however often that happens, as it is no failure of theirs", async () => {
    const { log } = listeningLog();
    const asks = await openJobs(server.app.database, log, { slow }, "asks");
    const recordId = uuidV7();
    await asks.enqueue(server.db, name, recordId);
    for (let deaths = 1; deaths <= 7; deaths += 1) {
      await handedOver(recordId, await takeAndDie(recordId, deaths !== 4));
      expect(await jobsOf(recordId)).toEqual([
        {
          id: expect.any(String),
          state: "created",
          tries: 0,
          isDue: true,
          data: { recordId, deaths },
        },
      ]);
    }
    const works = await openJobs(server.app.database, log, { slow }, "works");
    await works.work(server.app);
    await until(() => done.includes(recordId), 8_000);
    await works.stop();
    await asks.stop();
  });

  test("are left to those that know their queue", async () => {
    const { log } = listeningLog();
    const knows = await openJobs(server.app.database, log, { slow }, "asks");
    const recordId = uuidV7();
    await knows.enqueue(server.db, name, recordId);
    await knows.stop();
    const id = await takeAndDie(recordId);
    // It looks as soon as it is open, and ends after that.
    const other = await openJobs(server.app.database, log, { another: slow }, "asks");
    await other.stop();
    expect(await query("SELECT queue FROM job_holders WHERE job_id = $1", [id])).toEqual([
      { queue: name },
    ]);
    const again = await openJobs(server.app.database, log, { slow }, "asks");
    await handedOver(recordId, id);
    await again.stop();
  });

  test("go on however many processes died, as long as the work itself went on between", async () => {
    const { log } = listeningLog();
    let place = 1;
    const resumable = { ...slow, progress: async () => `line ${place}` };
    const asks = await openJobs(server.app.database, log, { slow: resumable }, "asks");
    const recordId = uuidV7();
    await asks.enqueue(server.db, name, recordId);
    const dieAfter = async (deaths: number) => {
      await query(
        "UPDATE jobs.job SET data = data || jsonb_build_object('deaths', $2::int) WHERE data ->> 'recordId' = $1",
        [recordId, deaths],
      );
      await handedOver(recordId, await takeAndDie(recordId));
      return (await jobsOf(recordId)).map((job) => job.data.deaths);
    };
    expect(await dieAfter(20)).toEqual([1]);
    place = 2;
    expect(await dieAfter(20)).toEqual([1]);
    expect(await dieAfter(20)).toEqual([]);
    await asks.stop();
  });

  test("are given up where each of many processes died with them", async () => {
    const { log } = listeningLog();
    const asks = await openJobs(server.app.database, log, { slow }, "asks");
    const recordId = uuidV7();
    await asks.enqueue(server.db, name, recordId);
    await query(
      `UPDATE jobs.job SET data = data || '{"deaths": 20}' WHERE data ->> 'recordId' = $1`,
      [recordId],
    );
    await handedOver(recordId, await takeAndDie(recordId));
    const works = await openJobs(server.app.database, log, { slow }, "works");
    await works.work(server.app);
    await until(() => givenUp.includes(recordId), 8_000);
    expect(done).not.toContain(recordId);
    await works.stop();
    await asks.stop();
  });
});

describe("work of a process that is killed", () => {
  const CREATE =
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }";
  const startWorkerAlone = (): ChildProcess =>
    fork(builtProgram("worker.js"), {
      execArgv: [],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATABASE_URL: server.servingUrl,
        DATA_DIR: server.app.dataDir,
        LOG_LEVEL: "silent",
      },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });

  test("goes on in another within ten seconds", async () => {
    const admin = await server.signIn("admin");
    const fileId = await upload(admin, "some.csv", "Name,City,Country\nAna,Olinda,BR\n");
    const input = { fileId, recordType: "CUSTOMER" };
    const { data } = await admin.ask<{ createImport: { import: { id: string } } }>(CREATE, {
      input,
    });
    // The worker waits for as long as this lock is held.
    const lock = await server.app.database.pool.connect();
    await lock.query("BEGIN");
    await lock.query("SELECT 1 FROM imports WHERE id = $1 FOR UPDATE", [
      data.createImport.import.id,
    ]);
    const holders = async () => {
      const { rows: held } = await server.app.database.pool.query<{ holder: number }>(
        "SELECT holder FROM job_holders",
      );
      return held.map(({ holder }) => holder);
    };
    const first = startWorkerAlone();
    await until(async () => (await holders()).length > 0, 40_000);
    const [killed] = await holders();
    const { log } = listeningLog();
    const second = await openJobs(server.app.database, log, registry.jobHandlers, "works");
    await second.work(server.app);
    first.kill("SIGKILL");
    const ms = await until(
      async () => (await holders()).some((holder) => holder !== killed),
      20_000,
    );
    expect(ms).toBeLessThan(10_000);
    await lock.query("ROLLBACK");
    lock.release();
    await importUntil(admin, data.createImport.import.id, ["READY"], 40_000);
    await second.stop();
  });
});
