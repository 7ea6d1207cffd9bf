import { screen, within } from "@testing-library/react";
import { renderWithApi } from "../../test/renderWithApi.js";
import { OrdersList } from "./OrdersList.js";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "BRL" });

const order = (id: string, status: string, amount: string) => ({
  __typename: "Order",
  id,
  version: 1,
  number: `PO-${id}`,
  reference: null,
  status,
  orderedOn: "2026-11-02",
  total: money(amount),
});

const metric = (count: number, ...amounts: string[]) => ({
  __typename: "CountAndAmounts",
  count,
  amounts: amounts.map(money),
});

type Order = ReturnType<typeof order>;

/** The last row of a list of these orders, at an address. */
async function totalsOf(orders: readonly Order[], live: object, search = ""): Promise<string> {
  await renderWithApi(<OrdersList customerId="c1" />, {
    path: `/customers/c1/documents?show=orders${search}`,
    answers: [
      [
        "OrdersList",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            orders: {
              __typename: "OrderConnection",
              edges: orders.map((node) => ({ __typename: "OrderEdge", node })),
              pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
              totalCount: orders.length,
            },
            summary: {
              __typename: "CustomerSummary",
              orders: { __typename: "OrderSummary", total: live, finalized: metric(0) },
            },
          },
        }),
      ],
    ],
  });
  const grid = await screen.findByRole("grid");
  await within(grid).findByText(String(orders[0]?.number));
  return within(grid).getAllByRole("row").at(-1)?.textContent ?? "";
}

describe("the totals of orders", () => {
  it("exclude cancelled ones, and say so if there are any", async () => {
    const orders = [order("1", "OPEN", "100.00"), order("2", "CANCELLED", "40.00")];
    const totals = await totalsOf(orders, metric(1, "100.00"));
    expect(totals).toMatch(/^Not cancelled.*100\.00/);
  });

  it("are of all orders where none is cancelled", async () => {
    const orders = [order("1", "OPEN", "100.00"), order("2", "OPEN", "40.00")];
    const totals = await totalsOf(orders, metric(2, "140.00"));
    expect(totals).toMatch(/^Total.*140\.00/);
  });

  it("are those of cancelled ones if these are selected", async () => {
    const orders = [order("2", "CANCELLED", "40.00")];
    const totals = await totalsOf(orders, metric(1, "100.00"), "&status=CANCELLED");
    expect(totals).toMatch(/^Total.*40\.00/);
  });
});
