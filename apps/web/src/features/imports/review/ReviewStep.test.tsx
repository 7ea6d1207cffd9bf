import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { columnToCheck, makeRow } from "../import.factory.js";
import { ImportServer, renderImport } from "../importServer.factory.js";

const update = makeRow(3, {
  class: "UPDATE",
  changes: [{ __typename: "ImportChange", field: "email", old: "old@b.com", new: "a@b.com" }],
  customer: { __typename: "Customer", id: "c1", displayName: "Padaria", number: "C-000001" },
});
const mistake = makeRow(4, {
  class: "ERROR",
  issues: [
    {
      __typename: "ImportIssue",
      column: 1,
      code: "invalid_email",
      severity: "error",
      message: "“a@b” is not an e-mail address. Mend it in the file.",
    },
  ],
});

function reviewServer() {
  const server = new ImportServer();
  server.rows = ({ class: classes }) =>
    [makeRow(2), update, mistake, repeated].filter(
      (row) => !classes || classes.some((one) => one === row.class),
    );
  return server;
}

const repeated = makeRow(5, {
  class: "DUPLICATE",
  issues: [
    {
      __typename: "ImportIssue",
      column: 1,
      code: "unknown_owner",
      severity: "warning",
      message: "nobody",
    },
    {
      __typename: "ImportIssue",
      column: null,
      code: "duplicate_in_file",
      severity: "warning",
      message: "repeats line 2",
    },
  ],
});

describe("the review step", () => {
  it("counts what would become of the rows, and each count is a filter", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    await renderImport(server, "review");
    const filters = within(await screen.findByRole("navigation", { name: "Filter rows" }));
    const names = filters.getAllByRole("link").map(({ textContent }) => textContent);
    expect(names).toEqual([
      "All1,522",
      "New1,204",
      "Update310",
      "Unchanged5",
      "Duplicate1",
      "Error2",
    ]);
    await user.click(filters.getByRole("link", { name: /Error/ }));
    await waitFor(() => expect(server.filters.at(-1)).toEqual({ class: ["ERROR"] }));
    expect(filters.getByRole("link", { name: /Error/ })).toHaveAttribute("aria-current", "true");
    const row = await screen.findByRole("row", { name: /Padaria 4/ });
    expect(row).toHaveTextContent("“a@b” is not an e-mail address. Mend it in the file.");
  });

  it("names the columns that are not imported, and those that wait for somebody", async () => {
    const [name, , fax] = new ImportServer().current.columns;
    const server = reviewServer();
    server.change({ columns: [name, columnToCheck(1, "Mail", "email"), fax] });
    await renderImport(server, "review");
    expect(await screen.findByText("To check: Mail (2 rows)")).toBeInTheDocument();
    expect(screen.getByText("Not imported: Fax (2 rows)")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "View columns" })).toHaveAttribute(
      "href",
      "/imports/i1?step=match",
    );
  });

  it("shows an update as old and new, and a row whole when it is opened", async () => {
    const user = userEvent.setup();
    await renderImport(reviewServer(), "review");
    const row = await screen.findByRole("row", { name: /Padaria 3/ });
    expect(within(row).getByText("old@b.com").tagName).toBe("DEL");
    expect(within(row).getByText("a@b.com").tagName).toBe("INS");
    await user.click(within(row).getByText("Update"));
    const drawer = within(await screen.findByRole("dialog", { name: "Line 3" }));
    expect(drawer.getByRole("link", { name: "Padaria · C-000001" })).toHaveAttribute(
      "href",
      "/customers/c1/overview",
    );
  });

  it("shows whom a new row may already be, and updates that customer instead", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    server.rows = () => [makeRow(2)];
    server.change({
      columns: server.current.columns.map((column) =>
        column.index === 2 ? { ...column, field: "number" } : column,
      ),
    });
    server.likely = [
      {
        __typename: "LikelyDuplicate",
        score: 0.7,
        reasons: ["SIMILAR_NAME"],
        customer: {
          __typename: "Customer",
          id: "c9",
          number: "C-000009",
          displayName: "Padaria Dois",
          email: null,
          taxId: null,
        },
      },
    ];
    await renderImport(server, "review");
    const row = await screen.findByRole("row", { name: /Padaria 2/ });
    await user.click(within(row).getByText("New"));
    const drawer = within(await screen.findByRole("dialog", { name: "Line 2" }));
    expect(await drawer.findByText("Similar name")).toBeInTheDocument();
    await user.click(drawer.getByRole("button", { name: "Update it instead" }));
    expect(server.inputsOf("FixImportCells")).toEqual([
      { id: "i1", line: 2, column: 2, value: "C-000009", allMatching: false },
    ]);
  });

  it("shows first what decides about a row", async () => {
    await renderImport(reviewServer(), "review");
    const row = await screen.findByRole("row", { name: /Padaria 5/ });
    expect(row).toHaveTextContent("Repeats line 2 · Email: nobody");
  });

  it("waits while rows are checked, and shows the plan as soon as it is ready", async () => {
    const server = reviewServer();
    const { counts } = server.current;
    server.change({
      status: "CHECKING",
      counts: {
        __typename: "ImportCounts",
        total: 0,
        new: 0,
        update: 0,
        unchanged: 0,
        duplicate: 0,
        undecided: 0,
        error: 0,
        skipped: 0,
      },
      progress: {
        __typename: "ImportProgress",
        done: 500,
        total: 1522,
        rowsPerSecond: 250,
        secondsLeft: 4,
      },
    });
    await renderImport(server, "review");
    expect(await screen.findByText("Checking every row")).toBeInTheDocument();
    expect(screen.getByText(/500 of 1,522 rows · 250 rows per second/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled();
    act(() => server.change({ status: "READY", counts }));
    expect(await screen.findByRole("link", { name: /New/ }, { timeout: 3000 })).toBeInTheDocument();
  });

  it("filters by problem, and names its field", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    server.change({
      problems: [
        {
          __typename: "ImportProblem",
          code: "invalid_email",
          column: 1,
          severity: "error",
          rows: 2,
        },
        {
          __typename: "ImportProblem",
          code: "duplicate_in_file",
          column: null,
          severity: "warning",
          rows: 1,
        },
      ],
    });
    await renderImport(server, "review");
    const problems = within(await screen.findByRole("navigation", { name: "Problems" }));
    const names = problems.getAllByRole("link").map(({ textContent }) => textContent);
    expect(names).toEqual(["Email: invalid value2", "Duplicate row1"]);
    await user.click(problems.getByRole("link", { name: /Email/ }));
    await waitFor(() =>
      expect(server.filters.at(-1)).toEqual({ codes: ["invalid_email"], columns: [1] }),
    );
    await user.click(problems.getByRole("link", { name: /Email/ }));
    await waitFor(() => expect(server.filters.at(-1)).toEqual({}));
  });
});

describe("leaving rows out", () => {
  it("skips selected rows, shows how many, and can undo that", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    await renderImport(server, "review");
    await user.click(await screen.findByRole("checkbox", { name: "Select Line 3" }));
    await user.click(screen.getByRole("checkbox", { name: "Select Line 5" }));
    const bar = within(screen.getByRole("region", { name: "Selected rows" }));
    expect(bar.getByRole("status")).toHaveTextContent("2 selected");
    expect(bar.queryByRole("button", { name: "Include" })).toBeNull();
    await user.click(bar.getByRole("button", { name: "Skip" }));
    expect(server.inputsOf("SkipImportRows")).toEqual([{ id: "i1", lines: [3, 5] }]);
    expect(screen.queryByRole("region", { name: "Selected rows" })).toBeNull();
    expect(screen.getByRole("grid")).toContainElement(document.activeElement as HTMLElement);
    expect(await screen.findByText("1 row will be skipped.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(server.inputsOf("IncludeImportRows")).toEqual([{ id: "i1", lines: [3, 5] }]);
  });

  it("leaves all rows of a filter out", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    server.change({ counts: { ...server.current.counts, skipped: 1 } });
    server.rows = () => [makeRow(2, { class: "SKIPPED" }), mistake];
    await renderImport(server, "review&show=error");
    await user.click(await screen.findByRole("checkbox", { name: "Select Line 4" }));
    const bar = within(screen.getByRole("region", { name: "Selected rows" }));
    await user.click(bar.getByRole("button", { name: "Select all 2" }));
    expect(bar.getByRole("status")).toHaveTextContent("All 2 rows selected");
    await user.click(bar.getByRole("button", { name: "Skip" }));
    expect(server.inputsOf("SkipImportRows")).toEqual([{ id: "i1", filter: { class: ["ERROR"] } }]);
    expect(screen.getByRole("link", { name: /Skipped/ })).toHaveTextContent("Skipped1");
  });

  it("takes a row in again from its drawer", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    server.rows = () => [makeRow(2, { class: "SKIPPED" }), makeRow(3)];
    await renderImport(server, "review");
    const row = await screen.findByRole("row", { name: /Padaria 2/ });
    await user.click(within(row).getByText("Skipped"));
    const drawer = within(await screen.findByRole("dialog", { name: "Line 2" }));
    await user.click(drawer.getByRole("button", { name: "Include this row" }));
    expect(server.inputsOf("IncludeImportRows")).toEqual([{ id: "i1", lines: [2] }]);
  });
});

describe("correcting cells", () => {
  /** Opens the e-mail of line 4, which is wrong, from the keyboard. */
  async function openMail(server: ImportServer) {
    const user = userEvent.setup();
    await renderImport(server, "review");
    const row = await screen.findByRole("row", { name: /Padaria 4/ });
    act(() => within(row).getAllByRole("gridcell")[4]?.focus());
    await user.keyboard("{Enter}");
    return { user, input: screen.getByRole("combobox", { name: "Email, line 4" }) };
  }

  it("begins with Enter and saves with Enter; the focus stays, and the text is shown at once", async () => {
    const server = reviewServer();
    const { user, input } = await openMail(server);
    expect(input).toHaveFocus();
    expect(input).toHaveAccessibleDescription(/is not an e-mail address/);
    await user.keyboard("new@b.com{Enter}");
    expect(server.inputsOf("FixImportCells")).toEqual([
      { id: "i1", line: 4, column: 1, value: "new@b.com", allMatching: false },
    ]);
    const cell = screen.getByText("new@b.com").closest("[role=gridcell]");
    expect(cell).toHaveFocus();
  });

  it("cancels with Esc, and moves to the next cell with Tab", async () => {
    const server = reviewServer();
    const { user } = await openMail(server);
    await user.keyboard("typed{Escape}");
    expect(screen.queryByRole("combobox")).toBeNull();
    await user.keyboard("{Enter}new@b.com{Tab}");
    expect(screen.getByRole("combobox", { name: "Legal name, line 5" })).toHaveFocus();
    await user.keyboard("{Shift>}{Tab}{/Shift}");
    expect(screen.getByRole("combobox", { name: "Email, line 4" })).toHaveValue("new@b.com");
    expect(server.inputsOf("FixImportCells")).toHaveLength(1);
  });

  it("offers to fix all cells with the same text", async () => {
    const server = reviewServer();
    server.does.FixImportCells = () => undefined;
    server.rows = ({ cell }) =>
      cell ? [mistake, makeRow(9), makeRow(12)] : [makeRow(2), update, mistake, repeated];
    const { user } = await openMail(server);
    expect(await screen.findByText("2 more rows have the same value here.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Fix all 3" })).toBeDisabled();
    await user.keyboard("new@b.com{Control>}{Enter}{/Control}");
    expect(server.inputsOf("FixImportCells")).toEqual([
      { id: "i1", line: 4, column: 1, value: "new@b.com", allMatching: true },
    ]);
    expect(await screen.findByText("1 row was fixed.")).toBeInTheDocument();
  });

  it("finds a text, shows in how many rows, and replaces it", async () => {
    const user = userEvent.setup();
    const server = reviewServer();
    await renderImport(server, "review");
    await user.click(await screen.findByRole("button", { name: "Find and replace" }));
    await user.keyboard("@b");
    expect(await screen.findByText("Found in 4 rows")).toBeInTheDocument();
    expect(server.filters.at(-1)).toEqual({
      cell: { text: "@b", column: null, wholeCell: false },
    });
    await user.type(screen.getByRole("textbox", { name: "Replace with" }), "@c{Enter}");
    expect(server.inputsOf("ReplaceInImport")).toEqual([
      { id: "i1", find: "@b", replace: "@c", column: null, wholeCell: false },
    ]);
    await user.keyboard("{Escape}");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Find and replace" })).toHaveFocus(),
    );
    expect(server.filters.at(-1)).toEqual({});
  });
});
