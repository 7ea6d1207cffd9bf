import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { refused } from "../../test/answering.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { TasksList } from "./TasksList.js";

function task(id: string, title: string, part: object = {}) {
  return {
    __typename: "Task",
    id,
    version: 1,
    title,
    description: null,
    status: "TODO",
    priority: "NORMAL",
    dueOn: null,
    dueTime: null,
    assigneeId: null,
    assignee: null,
    projectId: null,
    project: null,
    viewerCanUpdate: true,
    ...part,
  };
}

const summary = (open: number) => ({
  __typename: "CustomerSummary",
  tasks: { __typename: "TaskSummary", open, overdue: 1, dueToday: 0, upcoming: 0 },
});

/** An API with tasks that can be done. */
function withTasks(viewerCanUpdate = true) {
  let tasks = [
    task("t1", "Send the offer", { dueOn: "2026-11-20", viewerCanUpdate }),
    task("t2", "Call the accountant", { viewerCanUpdate }),
  ];
  return [
    [
      "TasksList",
      () => ({
        customer: {
          __typename: "Customer",
          id: "c1",
          tasks: {
            __typename: "TaskConnection",
            edges: tasks.map((node) => ({ __typename: "TaskEdge", node })),
            pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
            totalCount: tasks.length,
          },
          summary: summary(tasks.length),
        },
      }),
    ],
    [
      "UpdateTask",
      ({ input }: Record<string, unknown>) => {
        const { id, status } = input as { id: string; status: string };
        const done = tasks.find((one) => one.id === id);
        tasks = tasks.filter((one) => one.id !== id);
        const customer = { __typename: "Customer", id: "c1", summary: summary(tasks.length) };
        return {
          updateTask: {
            __typename: "TaskPayload",
            task: { ...done, status, version: 2, customer },
          },
        };
      },
    ],
  ] as const;
}

describe("the tasks of a profile", () => {
  it("requests those that the URL selects, and shows how late they are", async () => {
    const api = await renderWithApi(<TasksList customerId="c1" />, {
      path: "/customers/c1/projects?show=tasks&due=overdue",
      answers: withTasks(),
    });
    expect(await screen.findByText("4 days late")).toBeInTheDocument();
    expect(api.of("TasksList")[0]?.variables).toEqual({ id: "c1", states: ["OVERDUE"] });
    expect(screen.getByRole("link", { name: /Overdue/ })).toHaveAttribute("aria-current", "true");
  });

  it("takes a task off the open ones when it is checked", async () => {
    const user = userEvent.setup();
    const api = await renderWithApi(
      <>
        <TasksList customerId="c1" />
        <Toasts />
      </>,
      { answers: withTasks() },
    );
    await user.click(await screen.findByRole("checkbox", { name: "Done: Send the offer" }));
    await waitFor(() => expect(screen.queryByText("Send the offer")).not.toBeInTheDocument());
    expect(screen.getByText("Call the accountant")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: /Open/ })).toHaveTextContent("Open1");
    expect(screen.getByText("“Send the offer” was completed.")).toBeInTheDocument();
    expect(api.of("UpdateTask")[0]?.variables).toEqual({
      input: { id: "t1", version: 1, status: "DONE" },
    });
  });

  it("unticks the box and says why if it cannot be saved", async () => {
    const user = userEvent.setup();
    await renderWithApi(
      <>
        <TasksList customerId="c1" />
        <Toasts />
      </>,
      {
        answers: [
          ...withTasks(),
          [
            "UpdateTask",
            () => {
              throw refused("Your role does not allow this.", { code: "FORBIDDEN" });
            },
          ],
        ],
      },
    );
    const box = await screen.findByRole("checkbox", { name: "Done: Send the offer" });
    await user.click(box);
    expect(await screen.findByText("Your role does not allow this.")).toBeInTheDocument();
    expect(box).not.toBeChecked();
  });

  it("is read-only for people who may not write", async () => {
    await renderWithApi(<TasksList customerId="c1" />, {
      role: "viewer",
      answers: withTasks(false),
    });
    expect(await screen.findByRole("checkbox", { name: "Done: Send the offer" })).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Add task" })).not.toBeInTheDocument();
  });
});
