import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { money } from "../../../test/connections.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { StatementOfAccount } from "./StatementOfAccount.js";

const movement = (
  type: string,
  reference: string,
  [debit, credit]: [string, string],
  balance: string,
) => ({
  __typename: "StatementMovement",
  date: "2026-10-05",
  type,
  reference,
  description: type === "INVOICE" ? "Maintenance" : null,
  debit: money(debit),
  credit: money(credit),
  balance: money(balance),
  invoice: type === "INVOICE" ? { __typename: "Invoice", id: "i1", kind: "SALES" } : null,
  payment: type === "INVOICE" ? null : { __typename: "Payment", id: "p1" },
  creditNote: null,
});

async function open() {
  const api = await renderWithApi(<StatementOfAccount customerId="c1" />, {
    path: "/customers/c1/documents?show=statement",
    answers: [
      [
        "StatementOfAccount",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            summary: {
              __typename: "CustomerSummary",
              receivables: [
                {
                  __typename: "Ageing",
                  currency: "BRL",
                  total: money("230.00"),
                  notDue: money("100.00"),
                  days1To30: money("130.00"),
                  days31To60: money("0.00"),
                  days61To90: money("0.00"),
                  over90: money("0.00"),
                  oldestDueOn: "2026-10-20",
                  averageDaysToPay: 12.5,
                },
              ],
            },
          },
          customerStatement: [
            {
              __typename: "CustomerStatement",
              currency: "BRL",
              opening: money("50.00"),
              debits: money("200.00"),
              credits: money("100.00"),
              closing: money("150.00"),
              openItems: {
                __typename: "StatementOpenItemConnection",
                totalCount: 1,
                nodes: [
                  {
                    __typename: "StatementOpenItem",
                    type: "INVOICE",
                    reference: "I-000007",
                    issuedOn: "2026-10-05",
                    dueOn: "2026-10-20",
                    daysPastDue: 12,
                    open: money("150.00"),
                    invoice: { __typename: "Invoice", id: "i1", kind: "SALES" },
                    payment: null,
                    creditNote: null,
                  },
                ],
              },
              movements: {
                __typename: "StatementMovementConnection",
                totalCount: 3,
                nodes: [
                  movement("INVOICE", "I-000007", ["200.00", "0.00"], "250.00"),
                  movement("PAYMENT", "T-9", ["0.00", "100.00"], "150.00"),
                ],
              },
            },
          ],
        }),
      ],
    ],
  });
  await screen.findByRole("table", { name: "Account in BRL" });
  return { api, user: userEvent.setup() };
}

test("the account goes from its opening to its closing, each movement a link to its record", async () => {
  await open();
  const table = within(screen.getByRole("table", { name: "Account in BRL" }));
  expect(table.getByRole("row", { name: /Opening balance.*50\.00/ })).toBeInTheDocument();
  expect(table.getByRole("row", { name: /Closing balance.*150\.00/ })).toBeInTheDocument();
  expect(table.getByRole("link", { name: "Invoice I-000007" })).toHaveAttribute(
    "href",
    "/customers/c1/documents?show=sales&invoice=i1",
  );
  expect(table.getByRole("link", { name: "Payment T-9" })).toHaveAttribute(
    "href",
    "/customers/c1/documents?show=statement&payment=p1",
  );
  expect(table.getByText(/1 more movement/)).toBeInTheDocument();
});

test("what is open is shown by how late it is", async () => {
  await open();
  const table = within(screen.getByRole("table", { name: "Open invoices by days past due" }));
  const cells = table.getAllByRole("cell").map(({ textContent }) => textContent);
  expect(cells.filter((text) => /130\.00/.test(text ?? ""))).toHaveLength(1);
  expect(cells.at(-1)).toBe("12.5");
});

test("debits and credits stand in their own columns, with what they are about", async () => {
  await open();
  const table = within(screen.getByRole("table", { name: "Account in BRL" }));
  const cellsOf = (name: RegExp) =>
    within(table.getByRole("row", { name }))
      .getAllByRole("cell")
      .slice(-3)
      .map(({ textContent }) => textContent?.replace(/[^\d.]/g, ""));
  expect(cellsOf(/Invoice I-000007 ?Maintenance/)).toEqual(["200.00", "", "250.00"]);
  expect(cellsOf(/Payment T-9/)).toEqual(["", "100.00", "150.00"]);
  expect(cellsOf(/Closing balance/)).toEqual(["200.00", "100.00", "150.00"]);
});

test("what was open at the end is listed with how late it was", async () => {
  await open();
  const table = within(screen.getByRole("table", { name: /^Open items in BRL on / }));
  const row = table.getByRole("row", { name: /Invoice I-000007.*12 days late.*150\.00/ });
  expect(within(row).getByRole("link", { name: "Invoice I-000007" })).toBeInTheDocument();
});

test("a period and a side are chosen, and the files are of the same", async () => {
  const { api, user } = await open();
  await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Last month");
  await user.selectOptions(screen.getByRole("combobox", { name: "Account" }), "Receivables only");
  await waitFor(() =>
    expect(api.of("StatementOfAccount").at(-1)?.variables).toMatchObject({ kind: "SALES" }),
  );
  const { from, to } = api.of("StatementOfAccount").at(-1)?.variables ?? {};
  expect(String(from)).toMatch(/-01$/);
  const query = `?from=${String(from)}&to=${String(to)}&kind=SALES`;
  expect(screen.getByRole("link", { name: "Open PDF" })).toHaveAttribute(
    "href",
    `/customers/c1/statement.pdf${query}`,
  );
  expect(screen.getByRole("link", { name: "Excel" })).toHaveAttribute(
    "href",
    `/customers/c1/statement.xlsx${query}`,
  );
});

test("another day is loaded", async () => {
  const { api, user } = await open();
  const from = screen.getByRole("textbox", { name: "From" });
  await user.clear(from);
  await user.type(from, "01/11/2026");
  await user.tab();
  await waitFor(() => expect(api.of("StatementOfAccount").length).toBeGreaterThan(1));
  expect(api.of("StatementOfAccount").at(-1)?.variables).toMatchObject({ id: "c1" });
  expect(api.of("StatementOfAccount").at(-1)?.variables.from).not.toBe(
    api.of("StatementOfAccount")[0]?.variables.from,
  );
});
