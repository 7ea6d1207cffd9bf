import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionOf, money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { PaymentDrawers } from "./PaymentDrawers.js";
import { PaymentsList } from "./PaymentsList.js";

const payment = (id: string, part: object = {}) => ({
  __typename: "Payment",
  id,
  version: 1,
  direction: "RECEIVED",
  paidOn: "2026-11-10",
  method: "Pix",
  reference: `T-${id}`,
  note: null,
  reversedOn: null,
  reversalReason: null,
  amount: money("100.00"),
  unallocated: money("40.00"),
  ...part,
});

const openInvoice = (id: string, balance: string) => ({
  __typename: "Invoice",
  id,
  number: `I-${id}`,
  dueOn: "2026-11-01",
  balance: money(balance),
});

async function open(search = "") {
  const api = await renderWithApi(
    <>
      <PaymentsList customerId="c1" />
      <PaymentDrawers customerId="c1" currency="BRL" />
    </>,
    {
      path: `/customers/c1/documents${search}`,
      answers: [
        [
          "PaymentsList",
          () => ({
            customer: {
              __typename: "Customer",
              id: "c1",
              payments: connectionOf([
                payment("1"),
                payment("2", { reversedOn: "2026-11-12", unallocated: money("0.00") }),
              ]),
            },
          }),
        ],
        [
          "Payment",
          () => ({
            payment: {
              ...payment("1"),
              allocations: [
                {
                  __typename: "PaymentAllocation",
                  amount: money("60.00"),
                  invoice: { __typename: "Invoice", id: "i1", number: "I-1", kind: "SALES" },
                },
              ],
            },
          }),
        ],
        [
          "OpenInvoices",
          () => ({
            customer: {
              __typename: "Customer",
              id: "c1",
              invoices: {
                __typename: "InvoiceConnection",
                nodes: [openInvoice("1", "60.00"), openInvoice("2", "90.00")],
              },
            },
          }),
        ],
        [
          "CreatePayment",
          () => ({
            createPayment: { __typename: "SettledPayload", payment: payment("3"), invoices: [] },
          }),
        ],
        [
          "ReversePayment",
          () => ({
            reversePayment: {
              __typename: "SettledPayload",
              payment: payment("1", { reversedOn: "2026-11-24" }),
              invoices: [],
            },
          }),
        ],
      ],
    },
  );
  await within(await screen.findByRole("grid")).findAllByText(/Pix/);
  return { api, user: userEvent.setup() };
}

test("the list shows what is on account and what was reversed", async () => {
  const { api } = await open("?status=onAccount");
  const grid = within(screen.getByRole("grid"));
  expect(grid.getAllByText("On account").length).toBeGreaterThan(0);
  expect(grid.getByText("Reversed")).toBeInTheDocument();
  expect(api.of("PaymentsList")[0]?.variables.filter).toEqual({ onAccount: true });
});

test("a payment is distributed over the oldest invoices, and the rest stays on account", async () => {
  const { api, user } = await open("?payment=new");
  const drawer = within(await screen.findByRole("dialog", { name: "Add payment" }));
  await drawer.findByText("I-1");
  await user.type(drawer.getByRole("textbox", { name: "Amount" }), "100");
  await user.click(drawer.getByRole("button", { name: "Oldest invoices first" }));
  expect(drawer.getByText(/Stays on account: .*0\.00/)).toBeInTheDocument();
  const second = drawer.getByRole("textbox", { name: "Amount for invoice I-2" });
  await user.clear(second);
  await user.type(second, "25");
  expect(drawer.getByText(/Stays on account: .*15\.00/)).toBeInTheDocument();
  await user.click(drawer.getByRole("button", { name: "Register payment" }));
  await waitFor(() => expect(api.of("CreatePayment")).toHaveLength(1));
  expect(api.of("CreatePayment")[0]?.variables.input).toMatchObject({
    customerId: "c1",
    amount: "100.00",
    currency: "BRL",
    direction: "RECEIVED",
    allocations: [
      { invoiceId: "1", amount: "60.00" },
      { invoiceId: "2", amount: "25.00" },
    ],
  });
});

test("a payment is reversed with a reason", async () => {
  const { api, user } = await open("?payment=1");
  const drawer = within(await screen.findByRole("dialog", { name: /Payment of/ }));
  expect(await drawer.findByRole("link", { name: "Invoice I-1" })).toBeInTheDocument();
  await user.click(drawer.getByRole("button", { name: "Reverse payment" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Reverse this payment?" }));
  const confirm = dialog.getByRole("button", { name: "Reverse payment" });
  expect(confirm).toBeDisabled();
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Bounced");
  await user.click(confirm);
  await waitFor(() => expect(api.of("ReversePayment")).toHaveLength(1));
  expect(api.of("ReversePayment")[0]?.variables).toEqual({ input: { id: "1", reason: "Bounced" } });
});
