import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { makeRow } from "../import.make.js";
import { ImportServer, renderImport } from "../importServer.make.js";

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
  server.rows = ({ classes }) =>
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
    const filters = within(await screen.findByRole("navigation", { name: "Which rows" }));
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
    await waitFor(() => expect(server.filters.at(-1)).toEqual({ classes: ["ERROR"] }));
    expect(filters.getByRole("link", { name: /Error/ })).toHaveAttribute("aria-current", "true");
    const row = await screen.findByRole("row", { name: /Padaria 4/ });
    expect(row).toHaveTextContent("“a@b” is not an e-mail address. Mend it in the file.");
  });

  it("shows an update as old and new, and a row whole when it is opened", async () => {
    const user = userEvent.setup();
    await renderImport(reviewServer(), "review");
    const row = await screen.findByRole("row", { name: /Padaria 3/ });
    expect(within(row).getByText("old@b.com").tagName).toBe("DEL");
    expect(within(row).getByText("a@b.com").tagName).toBe("INS");
    await user.click(within(row).getByText("Padaria 3"));
    const drawer = within(await screen.findByRole("dialog", { name: "Line 3" }));
    expect(drawer.getByRole("link", { name: "Padaria · C-000001" })).toHaveAttribute(
      "href",
      "/customers/c1/overview",
    );
  });

  it("says first what decides on a row", async () => {
    await renderImport(reviewServer(), "review");
    const row = await screen.findByRole("row", { name: /Padaria 5/ });
    expect(row).toHaveTextContent("repeats line 2 · Email: nobody");
  });

  it("waits while rows are checked, and shows the plan once it is there", async () => {
    const server = reviewServer();
    const { counts } = server.current;
    server.change({
      status: "CHECKING",
      counts: null,
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
    expect(screen.getByText(/500 of 1,522 rows · 250 rows a second/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled();
    act(() => server.change({ status: "READY", counts }));
    expect(await screen.findByRole("link", { name: /New/ }, { timeout: 3000 })).toBeInTheDocument();
  });
});
