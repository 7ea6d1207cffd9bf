import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { money } from "../../../test/connections.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { Component as PayablesPage } from "./PayablesPage.js";
import { Component as ReceivablesPage } from "./ReceivablesPage.js";

const aged = (part: object = {}) => ({
  __typename: "Ageing",
  currency: "BRL",
  total: money("300.00"),
  overdue: money("200.00"),
  notDue: money("100.00"),
  days1To30: money("0.00"),
  days31To60: money("50.00"),
  days61To90: money("0.00"),
  over90: money("150.00"),
  oldestDueOn: "2026-01-10",
  ...part,
});

const invoice = (id: string, dueOn: string, balance: object) => ({
  __typename: "Invoice",
  id,
  number: `F-${id}`,
  issuedOn: "2026-01-01",
  dueOn,
  balance,
});

const promise = {
  __typename: "PromiseToPay",
  id: "pp1",
  version: 1,
  madeOn: "2026-01-12",
  dueOn: "2026-01-20",
  amount: money("150.00"),
  received: money("0.00"),
  state: "BROKEN",
  contactId: "p1",
  contact: { __typename: "Contact", id: "p1", name: "Rita" },
  invoiceIds: [],
  note: null,
};

const open = (Page: typeof ReceivablesPage = ReceivablesPage, path = "/receivables") => {
  const side = Page === PayablesPage ? "payables" : "receivables";
  const summary = { __typename: "CustomerSummary", [side]: [aged()] };
  return renderWithApi(<Page />, {
    path,
    answers: [
      [
        "AccountsPage",
        () => ({
          customers: {
            __typename: "CustomerConnection",
            edges: [
              {
                __typename: "CustomerEdge",
                cursor: "1",
                node: {
                  __typename: "Customer",
                  id: "c1",
                  legalName: "Padaria Aurora",
                  email: "ana@aurora.example",
                  owner: null,
                  summary,
                  promisesToPay: { __typename: "PromiseToPayConnection", nodes: [promise] },
                },
              },
            ],
            pageInfo: { __typename: "PageInfo", hasNextPage: false, hasPreviousPage: false },
            estimatedCount: { __typename: "CountEstimate", value: 1, exact: true },
          },
        }),
      ],
      [
        "Account",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            legalName: "Padaria Aurora",
            email: "ana@aurora.example",
            summary,
            invoices: {
              __typename: "InvoiceConnection",
              totalCount: 3,
              nodes: [
                invoice("1", "2026-01-10", money("150.00")),
                invoice("2", "2026-12-20", money("100.00")),
                invoice("3", "2026-01-02", { ...money("9.00"), currency: "USD" }),
              ],
            },
          },
        }),
      ],
      ["OpenInvoices", () => ({ customer: null })],
      ["PromiseChoices", () => ({ customer: null })],
      [
        "AccountPromises",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            promisesToPay: { __typename: "PromiseToPayConnection", nodes: [promise] },
          },
        }),
      ],
    ],
  });
};

const asked = (api: Awaited<ReturnType<typeof open>>) => api.of("AccountsPage").at(-1)?.variables;

test("shows who owes what, by how late it is, the largest first", async () => {
  const api = await open();
  expect(await screen.findByRole("link", { name: "Padaria Aurora" })).toBeInTheDocument();
  expect(
    screen.getByRole("img", {
      name: /Not yet due: R\$\s?100.00; 31–60 days: R\$\s?50.00; Over 90 days: R\$\s?150.00/,
    }),
  ).toBeInTheDocument();
  expect(asked(api)).toMatchObject({
    filter: { outstanding: { from: "0.0001", currency: "BRL" } },
    orderBy: { field: "OUTSTANDING", direction: "DESC", currency: "BRL" },
  });
});

test("filters by a bucket, an owner and a currency, which the URL keeps", async () => {
  const user = userEvent.setup();
  const api = await open(PayablesPage, "/payables?currency=EUR");
  await screen.findByRole("link", { name: "Padaria Aurora" });
  await user.click(screen.getByRole("link", { name: "31–60 days" }));
  await waitFor(() =>
    expect(asked(api)).toMatchObject({
      filter: { payablesDays31To60: { from: "0.0001", currency: "EUR" } },
      orderBy: { field: "PAYABLES", currency: "EUR" },
    }),
  );
  await user.selectOptions(screen.getByRole("combobox", { name: "Currency" }), "BRL");
  await waitFor(() =>
    expect(asked(api)).toMatchObject({ filter: { payablesDays31To60: { currency: "BRL" } } }),
  );
});

test("a customer opens beside the list, with its open invoices of the currency, and a payment of them", async () => {
  const user = userEvent.setup();
  await open(ReceivablesPage, "/receivables?account=c1");
  const drawer = await screen.findByRole("dialog", { name: "Padaria Aurora" });
  const table = await within(drawer).findByRole("table", { name: "Open invoices" });
  expect(within(table).getByRole("link", { name: "F-1" })).toBeInTheDocument();
  expect(within(table).queryByRole("link", { name: "F-3" })).toBeNull();
  const ageing = within(drawer).getByRole("table", { name: "Open invoices by days past due" });
  expect(within(ageing).getByRole("row", { name: /Over 90 days/ })).toHaveTextContent("150.00");
  await user.click(within(drawer).getByRole("button", { name: "Register payment" }));
  expect(await screen.findByRole("dialog", { name: "Add payment" })).toBeInTheDocument();
});

test("what a customer promised is in its row and beside the list, and customers are found by it", async () => {
  const user = userEvent.setup();
  const api = await open();
  await screen.findByRole("link", { name: "Padaria Aurora" });
  expect(screen.getByText("01/20/2026 · Broken")).toBeInTheDocument();
  await user.selectOptions(screen.getByRole("combobox", { name: "Promise to pay" }), "DUE_TODAY");
  await waitFor(() =>
    expect(asked(api)).toMatchObject({ filter: { promiseToPay: ["DUE_TODAY"] } }),
  );
  await screen.findByRole("link", { name: "Padaria Aurora" });
  await user.click(screen.getByText("01/20/2026 · Broken"));
  const drawer = await screen.findByRole("dialog", { name: "Padaria Aurora" });
  const promised = await within(drawer).findByRole("region", { name: "Promises to pay" });
  expect(promised).toHaveTextContent(/01\/20\/2026 · RitaR\$\s?150.00Broken/);
  await user.click(within(drawer).getByRole("button", { name: "Add promise to pay" }));
  const form = await screen.findByRole("dialog", { name: "Add promise to pay" });
  expect(within(form).getByRole("textbox", { name: "Promised" })).toHaveValue("300.00");
});

test("a reminder names what is late, by level and language, for the mail program", async () => {
  const user = userEvent.setup();
  await open(ReceivablesPage, "/receivables?account=c1");
  await user.click(await screen.findByRole("button", { name: "Write reminder" }));
  await screen.findByRole("textbox", { name: "Final payment reminder" });
  expect(screen.getByDisplayValue(/Invoice F-1, due 10\/01\/2026/)).toBeInTheDocument();
  expect(screen.queryByDisplayValue(/F-2/)).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Portuguese" }));
  await user.click(screen.getByRole("radio", { name: "First" }));
  await screen.findByRole("textbox", { name: "Lembrete de pagamento" });
  expect(screen.getByDisplayValue(/Fatura F-1, vencida em 10\/01\/2026/)).toBeInTheDocument();
  const mail = screen.getByRole("link", { name: "Open in mail program" });
  expect(decodeURIComponent(mail.getAttribute("href") ?? "")).toMatch(
    /^mailto:ana@aurora\.example\?subject=Lembrete de pagamento&body=Prezados/,
  );
});
