import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../test/renderWithApi.js";
import { viewerAs } from "../../test/viewers.js";
import { Component as WorkPage } from "./WorkPage.js";

const me = viewerAs("admin").id;
const customer = { __typename: "Customer", id: "c1", displayName: "Padaria Aurora" };
const connection = (type: string, nodes: object[]) => ({
  __typename: `${type}Connection`,
  edges: nodes.map((node) => ({ __typename: `${type}Edge`, node })),
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  totalCount: nodes.length,
});
const task = {
  __typename: "Task",
  id: "t1",
  version: 1,
  title: "Call the baker",
  description: null,
  status: "TODO",
  priority: "NORMAL",
  dueOn: "2026-11-20",
  dueTime: null,
  assigneeId: me,
  assignee: { __typename: "User", id: me, name: "Ana" },
  projectId: null,
  project: null,
  viewerCanUpdate: true,
  customerId: customer.id,
  customerName: customer.displayName,
  customer,
};
const money = (amount: string) => ({ __typename: "Money", amount, currency: "BRL" });
const invoice = {
  __typename: "Invoice",
  id: "i1",
  version: 1,
  number: "I-7",
  kind: "SALES",
  status: "AUTHORIZED",
  state: "OVERDUE",
  issuedOn: "2026-10-01",
  dueOn: "2026-11-01",
  total: money("100.00"),
  balance: money("40.00"),
  customer,
};

const open = (path = "/work", tasks: object[] = [task]) =>
  renderWithApi(<WorkPage />, {
    path,
    answers: [
      ["Task", () => ({ node: tasks[0] })],
      ["People", () => ({ users: [] })],
      [
        "WorkCounts",
        () => ({
          notifications: { __typename: "NotificationConnection", totalCount: 3 },
          tasks: { __typename: "TaskConnection", totalCount: 4 },
          customersTasks: { __typename: "TaskConnection", totalCount: 5 },
          invoices: { __typename: "InvoiceConnection", totalCount: 6 },
        }),
      ],
      ["WorkTasks", () => ({ tasks: connection("Task", tasks) })],
      ["WorkInvoices", () => ({ invoices: connection("Invoice", [invoice]) })],
    ],
  });

test("begins with the person's own open tasks, each with its customer", async () => {
  const api = await open();
  expect(await screen.findByText("Call the baker")).toBeInTheDocument();
  expect(api.of("WorkTasks")[0]?.variables.filter).toEqual({ assigneeIds: [me], state: ["OPEN"] });
  expect(screen.getByRole("link", { name: "Padaria Aurora" })).toHaveAttribute(
    "href",
    "/customers/c1/projects?show=tasks",
  );
  const parts = screen.getByRole("navigation", { name: "Work" });
  expect(within(parts).getByRole("link", { name: /My customers’ invoices/ })).toHaveTextContent(
    "6",
  );
});

test("names the customer of a task that the person does not see, and edits the task without it", async () => {
  const hidden = { ...task, customerId: null };
  const api = await open("/work?task=t1", [hidden]);
  const drawer = await screen.findByRole("dialog", { name: "Edit task" });
  expect(within(drawer).getByRole("textbox", { name: "Title" })).toHaveValue("Call the baker");
  expect(screen.getByText("Padaria Aurora").closest("a")).toBeNull();
  expect(api.of("ProjectChoices")).toEqual([]);
});

test("shows what is late with the person's customers", async () => {
  const user = userEvent.setup();
  const api = await open("/work?show=customersTasks");
  await screen.findByText("Call the baker");
  expect(api.of("WorkTasks")[0]?.variables.filter).toEqual({
    customerOwnerIds: [me],
    state: ["OVERDUE"],
  });
  await user.click(screen.getByRole("link", { name: /My customers’ invoices/ }));
  expect(await screen.findByRole("link", { name: "Padaria Aurora" })).toHaveAttribute(
    "href",
    "/customers/c1/documents?show=sales&invoice=i1",
  );
  await waitFor(() =>
    expect(api.of("WorkInvoices")[0]?.variables.filter).toEqual({
      kind: "SALES",
      customerOwnerIds: [me],
      state: ["OVERDUE"],
    }),
  );
});
