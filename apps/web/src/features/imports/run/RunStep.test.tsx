import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { makeRow } from "../import.factory.js";
import { ImportServer, renderImport } from "../importServer.factory.js";

const progress = (done: number) => ({
  __typename: "ImportProgress",
  done,
  total: 1522,
  rowsPerSecond: 400,
  secondsLeft: 60,
});

const result = {
  __typename: "ImportResult",
  created: 1204,
  updated: 309,
  unchanged: 5,
  skipped: 2,
  failed: 2,
};

describe("the run step", () => {
  it("shows what it will write, runs, shows the progress, and ends at the result", async () => {
    const user = userEvent.setup();
    const server = new ImportServer({ progress: progress(640) });
    await renderImport(server, "run");
    await user.click(
      await screen.findByRole("button", { name: "Create 1,204, update 310, skip 8" }),
    );
    expect(server.inputsOf("RunImport")).toHaveLength(1);
    expect(await screen.findByRole("progressbar", { name: "Importing" })).toHaveAttribute(
      "aria-valuenow",
      "42",
    );
    expect(
      screen.getByText("640 of 1,522 rows · 400 rows per second · about 1 minute left"),
    ).toBeInTheDocument();
    act(() => server.change({ status: "DONE", result }));
    expect(await screen.findByText("The import is complete.")).toBeInTheDocument();
  });

  it("asks for confirmation before it stops, and says what is kept", async () => {
    const user = userEvent.setup();
    const server = new ImportServer({ status: "RUNNING", progress: progress(640) });
    await renderImport(server, "run");
    await user.click(await screen.findByRole("button", { name: "Stop import" }));
    expect(server.inputsOf("CancelImport")).toHaveLength(0);
    expect(screen.getByRole("alert")).toHaveTextContent(/What has been written so far is kept/);
    server.does.CancelImport = () => server.change({ status: "CANCELLED", result });
    await user.click(screen.getByRole("button", { name: "Stop import" }));
    expect(server.inputsOf("CancelImport")).toHaveLength(1);
    expect(await screen.findByText(/The import was stopped/)).toBeInTheDocument();
  });

  it("pauses and resumes", async () => {
    const user = userEvent.setup();
    const server = new ImportServer({ status: "RUNNING", progress: progress(640) });
    await renderImport(server, "run");
    await user.click(await screen.findByRole("button", { name: "Pause" }));
    expect(await screen.findByRole("progressbar", { name: "Paused" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Resume" }));
    expect(await screen.findByRole("progressbar", { name: "Importing" })).toBeInTheDocument();
  });

  it("has nothing to run where every row is known already", async () => {
    const server = new ImportServer({
      counts: {
        __typename: "ImportCounts",
        total: 5,
        new: 0,
        update: 0,
        unchanged: 5,
        duplicate: 0,
        undecided: 0,
        error: 0,
        skipped: 0,
        lines: 0,
      },
    });
    await renderImport(server, "run");
    expect(
      await screen.findByRole("button", { name: "Create 0, update 0, skip 5" }),
    ).toBeDisabled();
  });
});

describe("the result step", () => {
  it("sums up, opens the rows of each sum, and offers the rows that failed as a file", async () => {
    const user = userEvent.setup();
    const server = new ImportServer({
      status: "DONE",
      result,
      errorFileUrl: "/imports/i1/errors.csv",
    });
    server.rows = ({ outcome }) => (outcome ? [makeRow(7, { outcome: "FAILED" })] : []);
    await renderImport(server, "result");
    const sums = within(await screen.findByRole("region", { name: "Rows in the file" }));
    expect(sums.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
      "1,204Created",
      "309Updated",
      "5Unchanged",
      "2Skipped",
      "2Failed",
    ]);
    await user.click(sums.getByRole("link", { name: /Failed/ }));
    await waitFor(() => expect(server.filters.at(-1)).toEqual({ outcome: ["FAILED"] }));
    expect(await screen.findByRole("row", { name: /Padaria 7/ })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: /Download rows/ })).toHaveAttribute(
      "href",
      "/imports/i1/errors.csv",
    );
  });

  it("undoes after saying what that does now", async () => {
    const user = userEvent.setup();
    const server = new ImportServer({
      status: "DONE",
      result,
      undo: { __typename: "ImportUndo", deleted: 1202, restored: 309, kept: 1, gone: 1 },
    });
    await renderImport(server, "result");
    await user.click(await screen.findByRole("button", { name: "Undo import" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Undo this import?" }));
    expect(
      await dialog.findByText("The 1,202 records it created are deleted."),
    ).toBeInTheDocument();
    expect(dialog.getByText("1 record has already been deleted.")).toBeInTheDocument();
    expect(dialog.getByText(/1 record is kept as it is/)).toBeInTheDocument();
    expect(server.inputsOf("UndoImport")).toHaveLength(0);
    await user.click(dialog.getByRole("button", { name: "Undo import" }));
    await waitFor(() => expect(screen.getByText(/The import was undone/)).toHaveFocus());
    const did = within(await screen.findByRole("region", { name: "What was undone" }));
    await user.click(did.getByRole("link", { name: "1 Kept" }));
    await waitFor(() =>
      expect(server.filters.at(-1)).toEqual({ undo: ["EDITED", "HAS_RECORDS", "CONFLICT"] }),
    );
  });
});
