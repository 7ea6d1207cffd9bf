import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { closeToast, listToasts } from "../../../../ui/toasts/toasts.js";
import { makeRow } from "../../import.factory.js";
import { ImportServer, renderImport } from "../../importServer.factory.js";

const candidate = (id: string, name: string) => ({
  __typename: "ImportCandidate",
  recordId: id,
  payment: null,
  record: { __typename: "Customer", id, displayName: name, number: `C-${id}` },
  changes: [{ __typename: "ImportChange", field: "email", old: "a@b.com", new: "z@b.com" }],
});

const undecided = (line: number, ...candidates: object[]) =>
  makeRow(line, {
    class: "UNDECIDED",
    candidates,
    issues: [
      {
        __typename: "ImportIssue",
        column: null,
        code: "namesake",
        severity: "warning",
        message: "Same name",
      },
    ],
  });

function serverWith(...rows: ReturnType<typeof makeRow>[]) {
  const server = new ImportServer();
  server.rows = () => rows;
  server.change({ counts: { ...server.current.counts, undecided: rows.length } });
  return server;
}

async function open(line: number) {
  const row = await screen.findByRole("row", { name: new RegExp(`Padaria ${line}`) });
  await userEvent.click(within(row).getByText("Undecided"));
  return within(await screen.findByRole("dialog", { name: `Line ${line}` }));
}

afterEach(() => {
  for (const { id } of listToasts()) closeToast(id);
});

describe("an undecided row", () => {
  it("shows which record it would change and how, and moves to the next one by keyboard", async () => {
    const user = userEvent.setup();
    const server = serverWith(
      undecided(2, candidate("1", "Padaria Um")),
      undecided(3, candidate("2", "Padaria Dois")),
      undecided(4, candidate("3", "Padaria Três")),
    );
    await renderImport(server, "review");
    expect(await screen.findByRole("link", { name: /Undecided/ })).toHaveTextContent("Undecided3");
    const drawer = await open(2);
    expect(drawer.getByRole("link", { name: "Padaria Um · C-1" })).toBeInTheDocument();
    expect(drawer.getByText("a@b.com", { selector: "del" })).toBeInTheDocument();
    expect(drawer.getByText("z@b.com", { selector: "ins" })).toBeInTheDocument();
    await user.keyboard("u");
    await screen.findByRole("dialog", { name: "Line 3" });
    await user.keyboard("n");
    await screen.findByRole("dialog", { name: "Line 4" });
    await user.keyboard("x");
    expect(server.inputsOf("DecideImportRows")).toEqual([
      { id: "i1", lines: [2], decision: "UPDATE", recordId: "1" },
      { id: "i1", lines: [3], decision: "CREATE" },
      { id: "i1", lines: [4], decision: "SKIP" },
    ]);
  });

  it("of several records updates the one that is chosen", async () => {
    const user = userEvent.setup();
    const server = serverWith(undecided(2, candidate("1", "Um"), candidate("2", "Dois")));
    await renderImport(server, "review");
    const drawer = await open(2);
    await user.keyboard("u");
    expect(server.inputsOf("DecideImportRows")).toEqual([]);
    const second = within(
      drawer.getByRole("link", { name: "Dois · C-2" }).closest("li") as HTMLElement,
    );
    await user.click(second.getByRole("button", { name: "Update this one" }));
    expect(server.inputsOf("DecideImportRows")).toEqual([
      { id: "i1", lines: [2], decision: "UPDATE", recordId: "2" },
    ]);
    expect(await screen.findByText("1 row is decided.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(server.inputsOf("DecideImportRows").at(-1)).toEqual({
      id: "i1",
      lines: [2],
      decision: null,
    });
  });

  it("is decided with others that are chosen, and a decision can be undone", async () => {
    const user = userEvent.setup();
    const server = serverWith(
      undecided(2, candidate("1", "Um")),
      makeRow(3, { class: "NEW", decision: "CREATE" }),
    );
    await renderImport(server, "review");
    await user.click(await screen.findByRole("checkbox", { name: "Select Line 2" }));
    const bar = within(screen.getByRole("region", { name: "Selected rows" }));
    await user.click(bar.getByRole("button", { name: "Update the existing ones" }));
    expect(server.inputsOf("DecideImportRows")).toEqual([
      { id: "i1", lines: [2], decision: "UPDATE" },
    ]);
    const row = await screen.findByRole("row", { name: /Padaria 3/ });
    await user.click(within(row).getByText("New"));
    const drawer = within(await screen.findByRole("dialog", { name: "Line 3" }));
    await user.click(drawer.getByRole("button", { name: "Undo the decision" }));
    expect(server.inputsOf("DecideImportRows").at(-1)).toEqual({
      id: "i1",
      lines: [3],
      decision: null,
    });
  });

  it("keeps the import from running until it is decided or skipped", async () => {
    const user = userEvent.setup();
    const server = serverWith(undecided(2, candidate("1", "Um")));
    await renderImport(server, "run");
    const run = await screen.findByRole("button", { name: /^Create 1,204/ });
    expect(run).toBeDisabled();
    expect(screen.getByText(/may be an existing record/)).toBeInTheDocument();
    await user.click(screen.getByRole("checkbox", { name: "Skip the undecided row" }));
    await user.click(run);
    expect(server.inputsOf("RunImport")).toHaveLength(1);
  });
});
