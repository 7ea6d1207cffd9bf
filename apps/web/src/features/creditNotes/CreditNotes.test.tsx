import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionOf, money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { CreditNoteDrawers } from "./CreditNoteDrawers.js";
import { CreditNotesList } from "./CreditNotesList.js";

const creditNote = (id: string, part: object = {}) => ({
  __typename: "CreditNote",
  id,
  version: 1,
  number: `CN-${id}`,
  kind: "SALES",
  issuedOn: "2026-11-10",
  reference: null,
  notes: null,
  cancelledOn: null,
  cancellationReason: null,
  total: money("100.00"),
  unallocated: money("40.00"),
  ...part,
});

// The rule of the form takes ids alone.
const PURCHASE = "01890000-0000-7000-8000-000000000008";

const invoice = (id: string, part: object = {}) => ({
  __typename: "Invoice",
  id,
  number: `I-${id}`,
  kind: "SALES",
  currency: "BRL",
  balance: money("60.00"),
  ...part,
});

const line = {
  __typename: "DocumentLine",
  position: 1,
  description: "Broken chair",
  quantity: "1",
  unit: null,
  unitPrice: money("100.00"),
  discount: "0",
  taxRate: "0",
  total: money("100.00"),
};

async function open(search = "") {
  const api = await renderWithApi(
    <>
      <CreditNotesList customerId="c1" />
      <CreditNoteDrawers customerId="c1" currency="BRL" />
    </>,
    {
      path: `/customers/c1/documents${search}`,
      answers: [
        [
          "CreditNotesList",
          () => ({
            customer: {
              __typename: "Customer",
              id: "c1",
              creditNotes: connectionOf([
                creditNote("1"),
                creditNote("2", { cancelledOn: "2026-11-12", unallocated: money("0.00") }),
              ]),
            },
          }),
        ],
        [
          "CreditNote",
          () => ({
            creditNote: {
              ...creditNote("1"),
              invoice: invoice("7"),
              lines: [line],
              allocations: [
                {
                  __typename: "PaymentAllocation",
                  amount: money("60.00"),
                  invoice: invoice("7"),
                },
              ],
            },
          }),
        ],
        [
          "CreditableInvoices",
          () => ({
            customer: {
              __typename: "Customer",
              id: "c1",
              invoices: {
                __typename: "InvoiceConnection",
                nodes: [
                  invoice("7"),
                  invoice(PURCHASE, {
                    kind: "PURCHASE",
                    currency: "EUR",
                    balance: { ...money("9.00"), currency: "EUR" },
                  }),
                ],
              },
            },
          }),
        ],
        [
          "CreateCreditNote",
          () => ({
            createCreditNote: {
              __typename: "CreditNotePayload",
              creditNote: creditNote("3"),
              invoices: [],
            },
          }),
        ],
        [
          "CancelCreditNote",
          () => ({
            cancelCreditNote: {
              __typename: "CreditNotePayload",
              creditNote: creditNote("1", { cancelledOn: "2026-11-24" }),
              invoices: [],
            },
          }),
        ],
      ],
    },
  );
  await within(await screen.findByRole("grid")).findAllByText("CN-1");
  return { api, user: userEvent.setup() };
}

test("the list shows what is on account and what was cancelled", async () => {
  const { api } = await open("?status=onAccount");
  const grid = within(screen.getByRole("grid"));
  expect(grid.getAllByText("On account").length).toBeGreaterThan(0);
  expect(grid.getByText("Cancelled")).toBeInTheDocument();
  expect(api.of("CreditNotesList")[0]?.variables.filter).toEqual({ onAccount: true });
});

test("a credit note against an invoice takes its kind and currency over, and is made with its lines", async () => {
  const { api, user } = await open(`?creditNote=new:${PURCHASE}`);
  const drawer = within(await screen.findByRole("dialog", { name: "Add credit note" }));
  await waitFor(() =>
    expect(drawer.getByRole("combobox", { name: "Currency" })).toHaveValue("EUR"),
  );
  await user.type(drawer.getByRole("textbox", { name: "Line 1: Description" }), "Returned");
  await user.type(drawer.getByRole("textbox", { name: "Line 1: Unit price" }), "10");
  await user.type(drawer.getByRole("textbox", { name: "Line 1: Tax %" }), "23");
  await user.click(drawer.getByRole("button", { name: "Create" }));
  await waitFor(() => expect(api.of("CreateCreditNote")).toHaveLength(1));
  expect(api.of("CreateCreditNote")[0]?.variables.input).toMatchObject({
    customerId: "c1",
    invoiceId: PURCHASE,
    kind: "PURCHASE",
    currency: "EUR",
    lines: [{ description: "Returned", quantity: "1", unitPrice: "10.00", taxRate: "23" }],
  });
});

test("a credit note without lines is not made", async () => {
  const { api, user } = await open("?creditNote=new");
  const drawer = within(await screen.findByRole("dialog", { name: "Add credit note" }));
  drawer.getByRole("textbox", { name: "Line 1: Description" }).focus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await drawer.findByRole("alert")).toHaveTextContent("This field is required.");
  expect(api.of("CreateCreditNote")).toHaveLength(0);
});

test("a credit note shows what it settles, and is cancelled with a reason", async () => {
  const { api, user } = await open("?creditNote=1");
  const drawer = within(await screen.findByRole("dialog", { name: "Credit note CN-1" }));
  expect(drawer.getByText("Broken chair")).toBeInTheDocument();
  expect(drawer.getByRole("link", { name: "Invoice I-7" })).toHaveAttribute(
    "href",
    expect.stringContaining("invoice=7"),
  );
  await user.click(drawer.getByRole("button", { name: "Cancel credit note" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Cancel this credit note?" }));
  const confirm = dialog.getByRole("button", { name: "Cancel credit note" });
  expect(confirm).toBeDisabled();
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Agreed otherwise");
  await user.click(confirm);
  await waitFor(() => expect(api.of("CancelCreditNote")).toHaveLength(1));
  expect(api.of("CancelCreditNote")[0]?.variables).toEqual({
    input: { id: "1", reason: "Agreed otherwise" },
  });
});
