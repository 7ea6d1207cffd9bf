import { MockedProvider } from "@apollo/client/testing/react";
import type { Role } from "@clientela/shared/records/roles";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { ViewerContext } from "../../session/viewer.js";
import { type Answer, answering, refused } from "../../test/answering.js";
import { renderApp } from "../../test/renderApp.js";
import { viewerAs } from "../../test/viewers.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { Component as CustomersPage } from "./CustomersPage.js";
import { makeCustomerRow } from "./customer.factory.js";
import type { CustomerRow } from "./list/customerRows.js";

const names = ["Auto Peças Norte", "Café Serra Azul", "Padaria Aurora"];
const rows = names.map((legalName, index) => makeCustomerRow({ id: `c${index}`, legalName }));

function pageOf(found: readonly CustomerRow[], total = found.length) {
  return {
    customers: {
      __typename: "CustomerConnection",
      edges: found.map((node) => ({ __typename: "CustomerEdge", cursor: node.id, node })),
      pageInfo: { __typename: "PageInfo", hasNextPage: false, hasPreviousPage: false },
      estimatedCount: { __typename: "CountEstimate", value: total, exact: true },
    },
  };
}

const matching: Answer = ({ search }) =>
  pageOf(
    rows.filter(({ legalName }) =>
      legalName.toLowerCase().includes(String(search ?? "").toLowerCase()),
    ),
  );

function Url() {
  const { pathname, search } = useLocation();
  return <output aria-label="url">{pathname + search}</output>;
}

async function open({
  answer = matching,
  role = "admin" as Role,
  path = "/customers",
  more = [],
}: {
  answer?: Answer;
  role?: Role;
  path?: string;
  more?: [name: string, answer: Answer][];
} = {}) {
  const api = answering(
    ["CustomersPage", answer],
    ["People", () => ({ users: [] })],
    ["SavedViews", () => ({ savedViews: [] })],
    ...more,
  );
  await renderApp(
    <MockedProvider link={api.link}>
      <ViewerContext value={viewerAs(role)}>
        <CustomersPage />
        <Toasts />
        <Url />
      </ViewerContext>
    </MockedProvider>,
    { path },
  );
  return api;
}

const url = () => screen.getByLabelText("url").textContent;
const lastRequest = (api: Awaited<ReturnType<typeof open>>) => api.of("CustomersPage").at(-1);

describe("the list of customers", () => {
  beforeEach(() => localStorage.clear());

  it("shows the customers, how many there are, and the way into each profile", async () => {
    await open();
    const link = await screen.findByRole("link", { name: "Café Serra Azul" });
    expect(link).toHaveAttribute("href", "/customers/c1/overview");
    expect(screen.getByRole("grid", { name: "Customers" })).toHaveAttribute("aria-rowcount", "5");
    expect(screen.getByText(/of 3$/)).toBeInTheDocument();
  });

  it("sorts by a header, in the URL as well", async () => {
    const user = userEvent.setup();
    const api = await open();
    await screen.findByRole("link", { name: "Padaria Aurora" });
    await user.click(screen.getByRole("columnheader", { name: /^City/ }));
    await waitFor(() =>
      expect(lastRequest(api)?.variables.orderBy).toEqual({ field: "CITY", direction: "ASC" }),
    );
    expect(url()).toBe("/customers?sort=city");
    expect(screen.getByRole("columnheader", { name: /^City/ })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
  });

  it.each([
    ["Projects", "projects", "ACTIVE_PROJECTS"],
    ["Hours", "hours", "HOURS"],
    ["Overdue tasks", "tasks", "OVERDUE_TASKS"],
    ["Open orders", "orders", "OPEN_ORDERS"],
    ["Outstanding", "outstanding", "OUTSTANDING"],
    ["Overdue", "overdue", "OVERDUE"],
  ])("sorts by %s, the largest first", async (header, sort, field) => {
    const user = userEvent.setup();
    const api = await open({
      path: "/customers?columns=name,projects,hours,tasks,orders,outstanding,overdue",
    });
    await user.click(await screen.findByRole("columnheader", { name: header }));
    await waitFor(() =>
      expect(lastRequest(api)?.variables.orderBy).toEqual({ field, direction: "DESC" }),
    );
    expect(new URLSearchParams(url()?.split("?")[1]).get("sort")).toBe(`-${sort}`);
    screen.getByRole("columnheader", { name: header }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(lastRequest(api)?.variables.orderBy).toEqual({ field, direction: "ASC" }),
    );
  });

  it("shows the currency by which money is sorted, as amounts of several are never added up", async () => {
    await open();
    for (const name of [/^Outstanding/, /^Overdue/])
      expect(await screen.findByRole("columnheader", { name })).toHaveAccessibleDescription(
        "Sorts by the amount in BRL",
      );
  });

  it("sorts by the last activity, from its menu", async () => {
    const user = userEvent.setup();
    const api = await open();
    await user.click(await screen.findByRole("button", { name: /Last activity/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Sort descending" }));
    await waitFor(() =>
      expect(lastRequest(api)?.variables.orderBy).toEqual({
        field: "LAST_ACTIVITY",
        direction: "DESC",
      }),
    );
  });

  it("sorts by the name where a link or a view sorts by what the person may not see", async () => {
    const api = await open({ role: "projects", path: "/customers?sort=-overdue" });
    await screen.findByRole("link", { name: "Padaria Aurora" });
    expect(lastRequest(api)?.variables.orderBy).toEqual({ field: "LEGAL_NAME", direction: "ASC" });
    expect(screen.getByRole("columnheader", { name: /^Name/ })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
  });

  it.each([
    ["Country", "country", "COUNTRY"],
    ["Status", "status", "STATUS"],
    ["Owner", "owner", "OWNER"],
  ])("sorts by %s", async (header, sort, field) => {
    const user = userEvent.setup();
    const api = await open();
    await user.click(await screen.findByRole("columnheader", { name: header }));
    await waitFor(() =>
      expect(lastRequest(api)?.variables.orderBy).toEqual({ field, direction: "ASC" }),
    );
    expect(url()).toBe(`/customers?sort=${sort}`);
  });

  it("searches when the typing rests, and keeps the old rows until then", async () => {
    const user = userEvent.setup();
    const api = await open();
    await screen.findByRole("link", { name: "Padaria Aurora" });
    await user.keyboard("/");
    await user.type(screen.getByRole("searchbox", { name: "Search customers" }), "serra");
    expect(screen.getByRole("link", { name: "Padaria Aurora" })).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole("link", { name: "Padaria Aurora" })).not.toBeInTheDocument(),
    );
    expect(screen.getByRole("link", { name: "Café Serra Azul" })).toBeInTheDocument();
    expect(url()).toBe("/customers?q=serra");
    const searches = api.of("CustomersPage").map(({ variables }) => variables.search);
    expect(searches).toEqual([null, "serra"]);
  });

  it("filters by an amount, which the URL keeps and its chip says", async () => {
    const user = userEvent.setup();
    const api = await open();
    await user.click((await screen.findAllByRole("button", { name: "Filter" }))[0] as HTMLElement);
    await user.click(await screen.findByRole("menuitem", { name: "Amounts and numbers" }));
    await user.type(await screen.findByRole("textbox", { name: "At least" }), "1,500");
    await user.tab();
    await waitFor(() =>
      expect(lastRequest(api)?.variables.filter).toEqual({
        outstanding: { from: "1500", to: null },
      }),
    );
    expect(new URLSearchParams(url()?.split("?")[1]).getAll("metric")).toEqual([
      "outstanding:1500:",
    ]);
    await user.selectOptions(screen.getByRole("combobox", { name: "Amount or number" }), "Hours");
    await user.type(screen.getByRole("textbox", { name: "At most" }), "2.5");
    await user.tab();
    await waitFor(() =>
      expect(lastRequest(api)?.variables.filter).toEqual({
        workedMinutes: { from: null, to: 150 },
      }),
    );
    expect(screen.getByRole("button", { name: /^Amounts and numbers/ })).toHaveTextContent(
      "Hours ≤ 2.5 h",
    );
  });

  it("says that nothing matches, and clears search and filters together", async () => {
    const user = userEvent.setup();
    await open({ path: "/customers?q=nobody&status=LEAD&sort=-city" });
    expect(
      await screen.findByText("No customers match this search and these filters."),
    ).toBeInTheDocument();
    const [, clear] = screen.getAllByRole("button", { name: "Clear filters" });
    if (clear) await user.click(clear);
    expect(await screen.findByRole("link", { name: "Padaria Aurora" })).toBeInTheDocument();
    expect(url()).toBe("/customers?sort=-city");
  });

  it("sends the parameters of the URL to the API", async () => {
    const api = await open({
      path: "/customers?view=mine&status=ACTIVE,LEAD,XX&country=PT,ZZ9&tag=VIP&overdue=tasks&from=2026-01-01&to=oops",
    });
    await waitFor(() => expect(lastRequest(api)).toBeDefined());
    expect(lastRequest(api)?.variables.filter).toEqual({
      ownerIds: ["0197c0de-0000-7000-8000-00000000a0a1"],
      status: ["ACTIVE", "LEAD"],
      countries: ["PT"],
      tags: ["VIP"],
      hasOverdueTasks: true,
      createdFrom: "2026-01-01",
    });
    expect(await screen.findByRole("button", { name: /Status\s*Active, Lead/ })).toBeVisible();
  });

  it("takes a filter off by its cross", async () => {
    const user = userEvent.setup();
    const api = await open({ path: "/customers?status=LEAD&city=Porto" });
    await user.click(await screen.findByRole("button", { name: "Remove filter: City" }));
    await waitFor(() => expect(lastRequest(api)?.variables.filter).toEqual({ status: ["LEAD"] }));
    expect(url()).toBe("/customers?status=LEAD");
  });

  it("offers to add or import where there is no customer yet", async () => {
    const user = userEvent.setup();
    await open({ answer: () => pageOf([]) });
    const empty = await screen.findByText(/^No customers yet/);
    const place = empty.parentElement;
    if (!place) throw new Error("no place");
    expect(within(place).getByRole("link", { name: "Import" })).toBeInTheDocument();
    await user.click(within(place).getByRole("button", { name: "Add customer" }));
    expect(url()).toBe("/customers?new=1");
  });

  it("shows an error, and loads after a retry", async () => {
    const user = userEvent.setup();
    let away = true;
    await open({
      answer: (variables) => {
        if (away) throw new Error("the database is away");
        return matching(variables);
      },
    });
    expect(await screen.findByText("The customers could not be loaded.")).toBeInTheDocument();
    away = false;
    await user.click(screen.getByRole("button", { name: "Retry" }));
    expect(await screen.findByRole("link", { name: "Padaria Aurora" })).toBeInTheDocument();
  });

  it("neither shows nor requests money if the role may not see it", async () => {
    const api = await open({ role: "projects" });
    await screen.findByRole("link", { name: "Padaria Aurora" });
    expect(lastRequest(api)?.variables).toMatchObject({
      projects: true,
      orders: false,
      invoices: false,
    });
    expect(screen.queryByRole("columnheader", { name: /^Overdue/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Overdue invoices" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Add customer" })).not.toBeInTheDocument();
  });

  it("leads from each metric to what it counts", async () => {
    const total = (count: number, amount?: string) => ({
      __typename: "DocumentTotal" as const,
      count,
      amounts: amount ? [{ __typename: "Money" as const, amount, currency: "BRL" }] : [],
    });
    const busy = makeCustomerRow({
      id: "busy",
      summary: {
        __typename: "CustomerSummary",
        lastActivityAt: null,
        projects: { __typename: "ProjectSummary", active: 3, totalMinutes: 750 },
        tasks: { __typename: "TaskSummary", overdue: 0 },
        orders: { __typename: "OrderSummary", total: total(7), finalized: total(5) },
        invoices: {
          __typename: "InvoiceSummary",
          authorized: total(1, "100.10"),
          overdue: total(2, "0.20"),
        },
      },
    });
    await open({ answer: () => pageOf([busy]) });
    expect(await screen.findByRole("link", { name: "3 active projects" })).toHaveAttribute(
      "href",
      "/customers/busy/projects?status=ACTIVE",
    );
    expect(screen.getByRole("link", { name: "12.5 h" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "2 open orders" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "R$100.30" })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "R$0.20" })).toHaveAttribute(
      "href",
      "/customers/busy/documents?show=sales&state=OVERDUE",
    );
  });

  it("adds up the whole list, by currency", async () => {
    const amounts = [
      { __typename: "Money", amount: "300.00", currency: "BRL" },
      { __typename: "Money", amount: "20.00", currency: "EUR" },
    ];
    const api = await open({
      path: "/customers?q=a",
      more: [
        [
          "CustomerTotals",
          () => ({
            customerTotals: {
              __typename: "CustomerTotals",
              activeProjects: 7,
              totalMinutes: 90,
              orders: {
                __typename: "OrderSummary",
                total: { __typename: "DocumentTotal", count: 9 },
                finalized: { __typename: "DocumentTotal", count: 4 },
              },
              invoices: {
                __typename: "InvoiceSummary",
                authorized: { __typename: "DocumentTotal", amounts: [] },
                overdue: { __typename: "DocumentTotal", amounts },
              },
            },
          }),
        ],
      ],
    });
    expect(await screen.findByText("1.5 h")).toBeInTheDocument();
    const foot = screen.getAllByRole("row").at(-1) as HTMLElement;
    expect(foot).toHaveTextContent(/^TotalR\$300.00\+1 \+ €20.00R\$300.00\+1 \+ €20.0071.5 h5$/);
    expect(api.of("CustomerTotals")[0]?.variables).toMatchObject({ search: "a" });
    expect(screen.queryByText("€20.00")).not.toBeInTheDocument();
    within(foot).getAllByRole("button").at(-1)?.focus();
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("€20.00")).toBeVisible();
  });

  it("counts what is selected and lets it go by Esc", async () => {
    const user = userEvent.setup();
    await open();
    await user.click(await screen.findByRole("checkbox", { name: "Select Café Serra Azul" }));
    await user.click(screen.getByRole("checkbox", { name: "Select Padaria Aurora" }));
    const bar = screen.getByRole("region", { name: "Selection" });
    expect(within(bar).getByText("2 selected")).toBeInTheDocument();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Selection" })).not.toBeInTheDocument();
  });

  it("archives the selection at once, and brings it back by Undo", async () => {
    const user = userEvent.setup();
    const answer = (name: string) => () => ({
      [name]: { __typename: "CustomersPayload", customers: [] },
    });
    const api = await open({
      more: [
        ["ArchiveCustomers", answer("archiveCustomers")],
        ["RestoreCustomers", answer("restoreCustomers")],
      ],
    });
    await user.click(await screen.findByRole("checkbox", { name: "Select Café Serra Azul" }));
    await user.click(screen.getByRole("button", { name: "Archive" }));
    expect(screen.queryByRole("link", { name: "Café Serra Azul" })).not.toBeInTheDocument();
    expect(screen.getByText(/of 2$/)).toBeInTheDocument();
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("link", { name: "Café Serra Azul" })).toBeInTheDocument();
    expect(api.of("RestoreCustomers")[0]?.variables).toEqual({ ids: ["c1"] });
  });

  it("shows rows again that could not be archived, and says so", async () => {
    const user = userEvent.setup();
    await open({
      more: [
        [
          "ArchiveCustomers",
          () => {
            throw refused("You may not do this.", { code: "FORBIDDEN" });
          },
        ],
      ],
    });
    await user.click(await screen.findByRole("checkbox", { name: "Select Café Serra Azul" }));
    await user.click(screen.getByRole("button", { name: "Archive" }));
    expect(await screen.findByText("You may not do this.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Café Serra Azul" })).toBeInTheDocument();
  });
});
