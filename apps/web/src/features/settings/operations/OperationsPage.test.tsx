import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DiscardJobDocument, OperationsDocument, RetryJobDocument } from "../../../gql/graphql.js";
import { answer, refuse, renderSettings } from "../settings.factory.js";
import { Component as OperationsPage } from "./OperationsPage.js";

const job = (jobId: string, changes: object = {}) => ({
  __typename: "FailedJob",
  jobId,
  queue: "export",
  reason: "no room is left on the disk",
  tries: 6,
  failedAt: "2026-11-30T10:00:00Z",
  retriesAt: null,
  canRetry: true,
  ...changes,
});

const state = (changes: object = {}) => ({
  operations: {
    __typename: "Operations",
    version: "1.2.3",
    processes: [
      { __typename: "ServerProcess", host: "app-1", pid: 42, startedAt: "2026-11-30T08:00:00Z" },
    ],
    database: {
      __typename: "DatabaseStatus",
      version: "18.4",
      bytes: 1_234_000_000,
      connections: 21,
      maxConnections: 100,
    },
    storage: { __typename: "StorageStatus", place: "/srv/files", waitsFor: null },
    backups: { __typename: "BackupStatus", everyHours: null, last: null, runs: [] },
    jobQueues: [
      {
        __typename: "JobQueueStatus",
        name: "webhook",
        waiting: 3,
        running: 1,
        waitingSince: "2026-11-30T09:59:00Z",
      },
    ],
    failedJobs: [],
    runningImports: [],
    webhookBacklogs: [],
    ...changes,
  },
});

const seen = (changes?: object) => answer(OperationsDocument, () => state(changes));
const part = async (name: string) => screen.findByRole("region", { name });

describe("operations", () => {
  it("shows version, processes, database, storage and queues, and says where there is nothing", async () => {
    await renderSettings(<OperationsPage />, [seen()]);
    const server = await part("Server");
    expect(server).toHaveTextContent("Version1.2.3");
    expect(server).toHaveTextContent(/Process 42app-1, running since/);
    expect(server).toHaveTextContent("PostgreSQL 18.4, 1.2 GB");
    expect(server).toHaveTextContent("21 of 100");
    expect(await part("Background jobs")).toHaveTextContent("1 running, 3 waiting");
    expect(await part("Backups")).toHaveTextContent("Off. Set BACKUP_TARGET");
    expect(await part("Failed jobs")).toHaveTextContent("No failed jobs.");
    expect(await part("Running imports")).toHaveTextContent("No import is running.");
    expect(await part("Webhooks with undelivered events")).toHaveTextContent(
      "All events are delivered.",
    );
  });

  it("shows the last backup, and what became of others", async () => {
    const run = (startedAt: string, changes: object) => ({
      __typename: "BackupRun",
      startedAt,
      finishedAt: null,
      error: null,
      name: null,
      ...changes,
    });
    const last = {
      __typename: "BackupRun",
      finishedAt: new Date(Date.now() - 3 * 60 * 60_000).toISOString(),
      place: "/mnt/backups",
      rows: 123_456,
      files: 789,
      bytes: 5_600_000,
    };
    await renderSettings(<OperationsPage />, [
      seen({
        backups: {
          __typename: "BackupStatus",
          everyHours: 24,
          last,
          runs: [
            run("2026-11-30T05:00:00Z", {}),
            run("2026-11-30T04:00:00Z", { error: "the bucket is away" }),
            run("2026-11-30T03:00:00Z", { error: "no room", finishedAt: "2026-11-30T03:05:00Z" }),
            run("2026-11-30T02:00:00Z", { name: "x", finishedAt: "2026-11-30T02:05:00Z" }),
          ],
        },
      }),
    ]);
    const backups = await part("Backups");
    expect(backups).toHaveTextContent(
      "123,456 rows and 789 files, 5.6 MB added at /mnt/backups3 hours ago",
    );
    expect(backups).toHaveTextContent("Every 24 hours");
    const words = within(backups)
      .getAllByText(/^(Done|In progress|Retrying|Failed)$/)
      .map(({ textContent }) => textContent);
    expect(words).toEqual(["In progress", "Retrying", "Failed", "Done"]);
    expect(backups).toHaveTextContent("the bucket is away");
  });

  it("retries a failed job, and discards one after asking", async () => {
    const user = userEvent.setup();
    const jobs = [
      job("one"),
      job("two", { queue: "import-run", canRetry: false }),
      job("three", { queue: "webhook", retriesAt: "2099-01-01T00:00:00Z" }),
    ];
    const list = answer(OperationsDocument, () => state({ failedJobs: jobs }));
    const after = { operations: { __typename: "Operations", version: "1.2.3" } };
    const retry = answer(RetryJobDocument, ({ jobId }) => {
      jobs.splice(0, 1);
      return { retryJob: { __typename: "OperationsPayload", jobId, ...after } };
    });
    const discard = answer(DiscardJobDocument, () => {
      jobs.splice(0, 1);
      return { discardJob: { __typename: "OperationsPayload", ...after } };
    });
    await renderSettings(<OperationsPage />, [list, retry, discard]);
    const failed = await part("Failed jobs");
    expect(failed).toHaveTextContent("6 attempts · no room is left on the disk");
    expect(within(failed).queryByRole("button", { name: /Retry the import-run/ })).toBeNull();
    expect(within(failed).queryByRole("button", { name: /Discard the webhook/ })).toBeNull();
    await user.click(within(failed).getByRole("button", { name: /Retry the export job/ }));
    expect(await screen.findByText("The job is queued again.")).toBeInTheDocument();
    expect(retry.calls).toEqual([{ jobId: "one" }]);
    await user.click(screen.getByRole("button", { name: /Discard the import-run job/ }));
    const dialog = await screen.findByRole("dialog", { name: "Discard the failed job?" });
    await user.click(within(dialog).getByRole("button", { name: "Discard" }));
    expect(discard.calls).toEqual([{ jobId: "two" }]);
    await screen.findByText(/next attempt/);
  });

  it("says why a job cannot be retried", async () => {
    const user = userEvent.setup();
    const retry = answer(RetryJobDocument, () => refuse("jobId", "is gone"));
    await renderSettings(<OperationsPage />, [seen({ failedJobs: [job("one")] }), retry]);
    await user.click(await screen.findByRole("button", { name: /Retry the export job/ }));
    expect(await screen.findByText("Is gone.")).toBeInTheDocument();
  });
});
