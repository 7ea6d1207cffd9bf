import { screen, within } from "@testing-library/react";
import {
  InvoicesCard,
  invoicesCardFragment,
  PurchaseInvoicesCard,
} from "../../features/invoices/InvoicesCard.js";
import { OrdersCard, ordersCardFragment } from "../../features/orders/OrdersCard.js";
import { TasksCard, tasksCardFragment } from "../../features/tasks/TasksCard.js";
import { makeFragmentData } from "../../gql/fragment-masking.js";
import { renderWithApi } from "../../test/renderWithApi.js";

const money = (amount: string, currency: string) => ({
  __typename: "Money" as const,
  amount,
  currency,
});
const total = (count: number, ...amounts: ReturnType<typeof money>[]) => ({
  __typename: "DocumentTotal" as const,
  count,
  amounts,
});
const none = {
  __typename: "InvoiceSummary" as const,
  authorized: total(0),
  pending: total(0),
  overdue: total(0),
  paid: total(0),
};

const invoices = makeFragmentData(
  {
    __typename: "CustomerSummary",
    invoices: {
      ...none,
      authorized: total(1, money("7200.00", "BRL")),
      overdue: total(2, money("1999.00", "BRL"), money("1200.00", "USD")),
    },
    purchaseInvoices: none,
  },
  invoicesCardFragment,
);

const card = (name: string) => within(screen.getByRole("region", { name }));

describe("the summary's metrics", () => {
  it("lead to the invoices that they count, with their money per currency", async () => {
    await renderWithApi(<InvoicesCard customerId="c1" summary={invoices} />);
    const late = card("Invoices").getByRole("link", { name: /Overdue/ });
    expect(late).toHaveAttribute("href", "/customers/c1/documents?show=sales&state=OVERDUE");
    expect(late).toHaveTextContent(/^R\$1,999\.00\$1,200\.002 Overdue$/);
    expect(card("Invoices").getByRole("link", { name: /Pending/ })).toHaveAttribute(
      "href",
      "/customers/c1/documents?show=sales&state=PENDING",
    );
  });

  it("leave purchase invoices out where there are none", async () => {
    await renderWithApi(<PurchaseInvoicesCard customerId="c1" summary={invoices} />);
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
  });

  it("lead to the orders that they count: all but cancelled ones, and finalised ones", async () => {
    const summary = makeFragmentData(
      {
        __typename: "CustomerSummary",
        orders: {
          __typename: "OrderSummary",
          total: total(4, money("21129.35", "BRL")),
          finalized: total(2),
        },
      },
      ordersCardFragment,
    );
    await renderWithApi(<OrdersCard customerId="c1" summary={summary} />);
    const links = card("Purchase orders").getAllByRole("link");
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/customers/c1/documents?show=orders&status=live",
      "/customers/c1/documents?show=orders&status=FINALIZED",
    ]);
  });

  it("lead to the tasks that are overdue, due today and upcoming", async () => {
    const summary = makeFragmentData(
      {
        __typename: "CustomerSummary",
        tasks: { __typename: "TaskSummary", open: 9, overdue: 2, dueToday: 0, upcoming: 3 },
      },
      tasksCardFragment,
    );
    await renderWithApi(<TasksCard customerId="c1" summary={summary} />);
    const links = card("Tasks").getAllByRole("link");
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["2Overdue", "/customers/c1/projects?show=tasks&due=overdue"],
      ["0Due today", "/customers/c1/projects?show=tasks&due=today"],
      ["3Upcoming", "/customers/c1/projects?show=tasks&due=upcoming"],
    ]);
  });
});
