import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import type { App } from "../../platform/app.js";
import { upload } from "../imports/import.factory.js";
import { makeWebhook } from "../webhooks/webhook.factory.js";
import { backupJob, beginDueBackup, scheduleBackups } from "./scheduledBackups.js";

const HOUR_MS = 60 * 60_000;
const FIRST = new Date("2026-11-30T02:00:00Z");

let server: TestServer;
/** The same server with a schedule, which looks for due backups when tests want it to. */
let app: App;
let admin: Caller;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-operations-"));
  // Jobs wait, so that tests run them when they want to.
  server = await startServer({ works: false });
  app = {
    ...server.app,
    backups: {
      to: path.join(folder, "target"),
      passphrase: undefined,
      keep: { daily: 7, weekly: 4, monthly: 12 },
      everyHours: 24,
    },
  };
  admin = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  finishedAt: string | null;
  error: string | null;
  name: string | null;
}
interface Seen {
  version: string;
  processes: { host: string; pid: number }[];
  database: { version: string; bytes: number; connections: number; maxConnections: number };
  storage: { place: string; waitsFor: string | null };
  backups: {
    everyHours: number;
    last: (Run & { rows: number; bytes: number }) | null;
    runs: Run[];
  };
  jobQueues: { name: string; waiting: number; running: number; waitingSince: string | null }[];
  failedJobs: {
    jobId: string;
    queue: string;
    recordId: string;
    reason: string;
    canRetry: boolean;
  }[];
  runningImports: {
    importId: string;
    fileName: string;
    status: string;
    done: number;
    total: number;
  }[];
  webhookBacklogs: { webhook: { id: string }; pending: number }[];
}

const FIELDS = `version processes { host pid } database { version bytes connections maxConnections }
  storage { place waitsFor }
  backups { everyHours last { finishedAt error name rows bytes } runs { finishedAt error name } }
  jobQueues { name waiting running waitingSince } failedJobs { jobId queue recordId reason canRetry }
  runningImports { importId fileName status done total } webhookBacklogs { webhook { id } pending }`;

async function see(): Promise<Seen> {
  const { data, errors } = await admin.ask<{ operations: Seen }>(`{ operations { ${FIELDS} } }`);
  expect(errors).toBeUndefined();
  return data.operations;
}

async function latestRun(): Promise<string> {
  const run = await server.db.row<{ id: string }>(
    sql`SELECT id FROM backup_runs ORDER BY started_at DESC LIMIT 1`,
  );
  return run?.id ?? "";
}

/** Puts a job into the state in which the queue leaves it. */
const failJob = (queue: string, recordId: string, state: "failed" | "retry") =>
  server.db.execute(sql`
    UPDATE jobs.job SET state = ${state}::jobs.job_state, started_on = now(), completed_on = now(),
      start_after = now() + interval '1 hour', output = '{"message":"no room is left on the disk"}'
    WHERE name = ${queue} AND data->>'recordId' = ${recordId}`);

test("an admin sees version, processes, database and storage; others are refused", async () => {
  const seen = await see();
  expect(seen.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(seen.processes).toEqual([{ host: os.hostname(), pid: process.pid }]);
  expect(seen.database.version).toMatch(/^\d\d/);
  expect(seen.database.bytes).toBeGreaterThan(1e6);
  expect(seen.database.connections).toBeLessThanOrEqual(seen.database.maxConnections);
  expect(seen.storage).toEqual({ place: server.app.storage.place, waitsFor: null });
  for (const role of ["sales", "finance", "projects", "viewer"] as const) {
    const { errors } = await (await server.signIn(role)).ask("{ operations { version } }");
    expect([role, errors?.[0]?.extensions.code]).toEqual([role, "FORBIDDEN"]);
  }
});

test("a backup is begun when one is due, by one process, and its run says what became of it", async () => {
  server.setNow(FIRST);
  // Without a schedule, nothing is begun; with one, the first is due at the start.
  expect(await beginDueBackup(server.app)).toBe(false);
  const stop = await scheduleBackups(app);
  await stop();
  const id = await latestRun();
  await backupJob.run(app, id, new AbortController().signal);
  const { backups } = await see();
  expect(backups).toMatchObject({
    everyHours: null,
    last: { error: null, name: "2026-11-30T020000Z" },
  });
  expect(backups.last?.rows).toBeGreaterThan(0);
  expect(backups.last?.bytes).toBeGreaterThan(0);
  expect(await readdir(path.join(folder, "target", "backups"))).toEqual(["2026-11-30T020000Z"]);
  // A job that runs twice makes no second backup.
  await backupJob.run(app, id, new AbortController().signal);
  expect((await see()).backups.runs.length).toBe(1);

  server.setNow(new Date(FIRST.getTime() + 23 * HOUR_MS));
  expect(await beginDueBackup(app)).toBe(false);
  server.setNow(new Date(FIRST.getTime() + 25 * HOUR_MS));
  const begun = await Promise.all([1, 2, 3].map(() => beginDueBackup(app)));
  expect(begun.filter(Boolean).length).toBe(1);
});

test("a backup that fails says why, is tried again after an hour, and at once when an admin asks for it", async () => {
  if (!app.backups) throw new Error("there is no schedule");
  const broken: App = { ...app, backups: { ...app.backups, to: app.storage.place } };
  const run = await latestRun();
  await expect(backupJob.run(broken, run, new AbortController().signal)).rejects.toThrow(
    /holds something else/,
  );
  expect((await see()).backups.runs[0]).toMatchObject({ name: null, finishedAt: null });
  await backupJob.giveUp(broken, run);
  await failJob("backup", run, "failed");
  const seen = await see();
  expect(seen.backups.runs[0]?.error).toMatch(/holds something else/);
  expect(seen.backups.runs[0]?.finishedAt).not.toBeNull();
  expect(seen.backups.last?.name).toBe("2026-11-30T020000Z");
  server.setNow(new Date(FIRST.getTime() + 25.5 * HOUR_MS));
  expect(await beginDueBackup(app)).toBe(false);

  const [job] = seen.failedJobs;
  expect(job).toMatchObject({ queue: "backup", recordId: run, canRetry: true });
  const retry =
    "mutation($jobId: ID!) { retryJob(input: { jobId: $jobId }) { operations { failedJobs { jobId } } } }";
  expect((await admin.ask(retry, { jobId: job?.jobId })).data).toEqual({
    retryJob: { operations: { failedJobs: [] } },
  });
  await backupJob.run(app, run, new AbortController().signal);
  expect((await see()).backups.runs[0]).toMatchObject({ name: "2026-12-01T033000Z" });
  server.setNow(new Date(FIRST.getTime() + 200 * HOUR_MS));
  expect(await beginDueBackup(app)).toBe(true);
  server.setNow(null);
});

test("failed jobs are listed with their reason, retried and discarded", async () => {
  const { jobs } = server.app;
  const [failed, retried] = [uuidV7(), uuidV7()];
  await jobs.enqueue(server.db, "webhook", failed);
  await jobs.enqueue(server.db, "webhook", retried);
  await failJob("webhook", failed, "failed");
  await failJob("webhook", retried, "retry");
  const queue = (await see()).jobQueues.find(({ name }) => name === "webhook");
  expect(queue).toMatchObject({ waiting: 1, running: 0, waitingSince: null });
  const listed = (await see()).failedJobs.filter((job) => job.queue === "webhook");
  expect(listed.map(({ recordId }) => recordId).sort()).toEqual([failed, retried].sort());
  expect(listed[0]?.reason).toBe("no room is left on the disk");
  const idOf = (recordId: string) => listed.find((job) => job.recordId === recordId)?.jobId;

  const discard =
    "mutation($jobId: ID!) { discardJob(input: { jobId: $jobId }) { operations { failedJobs { recordId } } } }";
  const early = await admin.ask(discard, { jobId: idOf(retried) });
  expect(early.errors?.[0]?.extensions).toMatchObject({ code: "VALIDATION_FAILED" });
  const retry =
    "mutation($jobId: ID!) { retryJob(input: { jobId: $jobId }) { operations { version } } }";
  await admin.ask(retry, { jobId: idOf(retried) });
  const due = await server.db.row<{ is: boolean }>(
    sql`SELECT start_after <= now() AS is FROM jobs.job WHERE name = 'webhook' AND data->>'recordId' = ${retried}`,
  );
  expect(due?.is).toBe(true);
  const { data } = await admin.ask(discard, { jobId: idOf(failed) });
  expect(JSON.stringify(data)).not.toContain(failed);
  const again = await admin.ask(discard, { jobId: idOf(failed) });
  expect(again.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  const other = await (await server.signIn("sales")).ask(retry, { jobId: idOf(retried) });
  expect(other.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("webhooks that lag behind and imports that are worked on are shown", async () => {
  const webhook = await makeWebhook(admin, "https://hooks.invalid/", ["customer.created"]);
  await server.db.execute(sql`
    INSERT INTO webhook_deliveries (id, webhook_id, activity_id, event)
    SELECT uuid_v7(), ${webhook.id}::uuid, a.id, 'customer.created' FROM activity a LIMIT 1`);
  const { data } = await admin.ask<{ createImport: { import: { id: string } } }>(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
    { input: { fileId: await upload(admin, "c.csv", "Name\nPadaria\n"), recordType: "CUSTOMER" } },
  );
  const { webhookBacklogs, runningImports } = await see();
  expect(webhookBacklogs).toEqual([{ webhook: { id: webhook.id }, pending: 1 }]);
  expect(runningImports).toMatchObject([
    { importId: data.createImport.import.id, status: "READING" },
  ]);
});
