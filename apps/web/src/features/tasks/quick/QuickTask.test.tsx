import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { viewerAs } from "../../../test/viewers.js";
import QuickTask from "./QuickTask.js";

const customers = ["Padaria Aurora", "Padaria Central"].map((displayName, index) => ({
  __typename: "Customer",
  id: `c${index + 1}`,
  displayName,
  number: `C-${index + 1}`,
}));
const found = (records: object[]) => ({
  search: {
    __typename: "SearchResults",
    nodes: records.map((record) => ({ __typename: "SearchResult", record })),
  },
});
const bruno = { __typename: "User", id: "u2", name: "Bruno Lima", email: "bruno@example.com" };

beforeEach(() => sessionStorage.clear());

async function open(customerId: string | null = null) {
  const closed = jest.fn();
  const api = await renderWithApi(
    <QuickTask customerId={customerId} takeTyped={() => ({ text: "" })} onClose={closed} />,
    {
      answers: [
        ["QuickTaskCustomers", ({ text }) => found(text === "Padaria" ? customers : [])],
        ["QuickTaskHere", () => ({ customer: customers[1] })],
        ["People", () => ({ users: [bruno] })],
        ["CreateTask", () => ({ createTask: { __typename: "CreateTaskPayload", task: null } })],
      ],
    },
  );
  const field = await screen.findByRole("textbox", { name: "New task" });
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  const press = (key: string) => fireEvent.keyDown(field, { key });
  const created = () => api.of("CreateTask").map(({ variables }) => variables.input);
  return { closed, type, press, created };
}

test("makes the task that the line says, for the customer that the arrows chose", async () => {
  const { closed, type, press, created } = await open();
  type("call Ana tomorrow 10am #Padaria @bruno");
  expect(
    await screen.findByRole("option", { name: /Padaria Aurora/, selected: true }),
  ).toBeVisible();
  press("ArrowDown");
  press("Enter");
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(created()).toEqual([
    expect.objectContaining({
      customerId: "c2",
      title: "call Ana",
      dueOn: "2026-11-25",
      dueTime: "10:00",
      assigneeId: "u2",
    }),
  ]);
});

test("what was typed is there again after a reload or Escape, until it is saved", async () => {
  const first = await open("c2");
  first.type("call Ana tomorrow");
  cleanup();
  const { closed, press, created } = await open("c2");
  expect(screen.getByRole("textbox", { name: "New task" })).toHaveValue("call Ana tomorrow");
  expect(await screen.findByText("Padaria Central")).toBeVisible();
  press("Enter");
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(created()).toEqual([expect.objectContaining({ title: "call Ana" })]);
  cleanup();
  await open("c2");
  expect(screen.getByRole("textbox", { name: "New task" })).toHaveValue("");
});

test("Enter waits for the customer that is searched for", async () => {
  const { closed, type, press, created } = await open();
  type("call #Padaria");
  press("Enter");
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(created()).toEqual([
    expect.objectContaining({ customerId: "c1", assigneeId: viewerAs("admin").id, dueOn: null }),
  ]);
});

test("is for the customer on screen, and a part that was misread goes back to the title", async () => {
  const { closed, type, press, created } = await open("c2");
  type("send the Friday report");
  expect(await screen.findByText("Padaria Central")).toBeVisible();
  fireEvent.click(await screen.findByRole("button", { name: /^Keep “Fri/ }));
  press("Enter");
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(created()).toEqual([
    expect.objectContaining({ customerId: "c2", title: "send the Friday report", dueOn: null }),
  ]);
});

test("says what is missing, and makes nothing", async () => {
  const { closed, type, press, created } = await open();
  press("Enter");
  expect(await screen.findByText("Enter a title.")).toBeVisible();
  type("call");
  press("Enter");
  expect(await screen.findByText(/^For which customer/)).toBeVisible();
  type("call #Nobody");
  press("Enter");
  expect(await screen.findByText("No customer is called “Nobody”.")).toBeVisible();
  type("call #Padaria @zeno");
  press("Enter");
  expect(await screen.findByText("No colleague is called “zeno”.")).toBeVisible();
  expect(closed).not.toHaveBeenCalled();
  expect(created()).toEqual([]);
});
