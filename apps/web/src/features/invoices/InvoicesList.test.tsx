import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionOf, metric, money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { InvoiceDrawers } from "./InvoiceDrawers.js";
import { InvoicesList } from "./InvoicesList.js";

const invoice = (id: string, status: string, state: string, part: object = {}) => ({
  __typename: "Invoice",
  id,
  version: 5,
  number: `INV-${id}`,
  kind: "SALES",
  status,
  state,
  issuedOn: "2026-10-01",
  dueOn: "2026-11-20",
  total: money("100.00"),
  balance: money("60.00"),
  ...part,
});

const metrics = {
  __typename: "InvoiceSummary",
  authorized: metric(2, "80.00"),
  pending: metric(0),
  overdue: metric(1, "60.00"),
  paid: metric(3, "300.00"),
};

const customer = {
  __typename: "Customer",
  id: "c1",
  summary: {
    __typename: "CustomerSummary",
    invoices: metrics,
    purchaseInvoices: { ...metrics, overdue: metric(7, "7.00") },
  },
};

const whole = invoice("1", "AUTHORIZED", "OVERDUE", {
  paidOn: null,
  currency: "BRL",
  notes: null,
  paid: money("40.00"),
  lines: [],
});

async function open(kind: "SALES" | "PURCHASE", search: string) {
  const api = await renderWithApi(
    <>
      <InvoicesList customerId="c1" kind={kind} />
      <InvoiceDrawers customerId="c1" currency="BRL" termDays={10} inside={() => null} />
    </>,
    {
      path: `/customers/c1/documents${search}`,
      answers: [
        [
          "InvoicesList",
          () => ({
            customer: {
              ...customer,
              invoices: connectionOf([
                invoice("1", "AUTHORIZED", "OVERDUE"),
                invoice("2", "PAID", "PAID", { balance: money("0.00") }),
              ]),
            },
          }),
        ],
        ["Invoice", () => ({ invoice: whole })],
        ["CreateInvoice", () => ({ createInvoice: { invoice: { ...whole, customer } } })],
        ["UpdateInvoice", () => ({ updateInvoice: { invoice: { ...whole, customer } } })],
        ["PayInvoice", () => ({ payInvoice: { invoice: { ...whole, customer } } })],
      ],
    },
  );
  await within(await screen.findByRole("grid")).findByText("INV-1");
  return { api, user: userEvent.setup() };
}

const rowOf = (name: string) => {
  const row = screen.getByText(name).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return within(row);
};

const lastRow = () => within(screen.getAllByRole("row").at(-1) ?? document.body);

describe("the invoices of a customer", () => {
  it("show how late an open one is, and the open amount of overdue ones", async () => {
    const { api } = await open("SALES", "?show=sales&state=OVERDUE");
    expect(rowOf("INV-1").getByText("4 days late")).toBeInTheDocument();
    expect(rowOf("INV-2").queryByText(/late/)).toBeNull();
    expect(lastRow().getByText(/60\.00/)).toBeInTheDocument();
    expect(api.of("InvoicesList")[0]?.variables.filter).toEqual({
      kind: "SALES",
      state: ["OVERDUE"],
    });
  });

  it("count purchases apart from sales", async () => {
    await open("PURCHASE", "?show=purchases");
    expect(screen.getByRole("link", { name: "Overdue 7" })).toBeInTheDocument();
  });

  it("are paid by a form of its own and by no menu of statuses", async () => {
    const { api, user } = await open("SALES", "?show=sales");
    await user.click(rowOf("INV-1").getByRole("button", { name: /Change status/ }));
    expect(await screen.findByRole("menuitem", { name: "Cancelled" })).toBeInTheDocument();
    expect(screen.queryByRole("menuitem", { name: "Paid" })).toBeNull();
    await user.keyboard("{Escape}");
    await user.click(rowOf("INV-1").getByRole("button", { name: "More actions for INV-1" }));
    await user.click(await screen.findByRole("menuitem", { name: "Register payment" }));
    const drawer = within(await screen.findByRole("dialog"));
    await user.click(drawer.getByRole("button", { name: "Register payment" }));
    await waitFor(() => expect(api.of("PayInvoice")).toHaveLength(1));
    expect(api.of("PayInvoice")[0]?.variables).toEqual({
      input: { id: "1", version: 5, amount: "60.00", paidOn: "2026-11-24" },
    });
  });

  it("take a payment back by the menu of a paid one", async () => {
    const { api, user } = await open("SALES", "?show=sales");
    await user.click(rowOf("INV-2").getByRole("button", { name: /Change status/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Reverse payment" }));
    await waitFor(() => expect(api.of("UpdateInvoice")).toHaveLength(1));
    expect(api.of("UpdateInvoice")[0]?.variables).toEqual({
      input: { id: "2", version: 5, status: "AUTHORIZED" },
    });
  });
});

it("a new purchase invoice is due after the customer's own term, with the supplier's number", async () => {
  const { api, user } = await open("PURCHASE", "?show=purchases&editInvoice=new:PURCHASE");
  const drawer = within(await screen.findByRole("dialog", { name: "Add purchase invoice" }));
  await user.type(drawer.getByRole("textbox", { name: /^Supplier/ }), "F 77");
  await user.type(drawer.getByLabelText("Line 1: Description"), "Flour");
  await user.type(drawer.getByLabelText("Line 1: Unit price"), "12");
  await user.click(drawer.getByRole("button", { name: "Create" }));
  await waitFor(() => expect(api.of("CreateInvoice")).toHaveLength(1));
  expect(api.of("CreateInvoice")[0]?.variables).toEqual({
    input: {
      customerId: "c1",
      kind: "PURCHASE",
      number: "F 77",
      status: "DRAFT",
      issuedOn: "2026-11-24",
      dueOn: "2026-12-04",
      currency: "BRL",
      notes: null,
      lines: [
        {
          description: "Flour",
          quantity: "1",
          unit: null,
          unitPrice: "12.00",
          discount: "0",
          taxRate: "0",
        },
      ],
    },
  });
});

describe("an invoice that comes to nothing", () => {
  const question = async () => within(await screen.findByRole("dialog", { name: "Save anyway?" }));

  async function create() {
    const { api, user } = await open("SALES", "?show=sales&editInvoice=new:SALES");
    const drawer = within(await screen.findByRole("dialog", { name: "Add invoice" }));
    return { api, user, drawer };
  }

  it("is not made by Ctrl+Enter alone, and Esc leads back to the form", async () => {
    const { api, user, drawer } = await create();
    drawer.getByLabelText("Line 1: Description").focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(
      (await question()).getByText(/^There are no lines, so the total is R\$0\.00/),
    ).toBeVisible();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(api.of("CreateInvoice")).toHaveLength(0);
    await user.keyboard("{Escape}");
    await waitFor(() =>
      expect(screen.queryByRole("dialog", { name: "Save anyway?" })).not.toBeInTheDocument(),
    );
    expect(drawer.getByLabelText("Line 1: Description")).toBeInTheDocument();
    expect(api.of("CreateInvoice")).toHaveLength(0);
  });

  it("is made once that is confirmed", async () => {
    const { api, user, drawer } = await create();
    await user.type(drawer.getByLabelText("Line 1: Description"), "Sample");
    await user.type(drawer.getByLabelText("Line 1: Unit price"), "0");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    const dialog = await question();
    expect(dialog.getByText(/^The total is R\$0\.00/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(api.of("CreateInvoice")).toHaveLength(1));
    expect(api.of("CreateInvoice")[0]?.variables.input).toMatchObject({
      lines: [{ description: "Sample", unitPrice: "0.00" }],
    });
  });
});
