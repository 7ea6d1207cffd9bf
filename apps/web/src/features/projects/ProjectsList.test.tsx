import type { Role } from "@clientela/shared/records/roles";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionOf } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { ProjectDrawers } from "./ProjectDrawers.js";
import { ProjectsList } from "./ProjectsList.js";

const project = (part: object = {}) => ({
  __typename: "Project",
  id: "p1",
  version: 3,
  name: "New shop",
  description: null,
  status: "ACTIVE",
  startsOn: "2026-11-01",
  dueOn: "2026-12-24",
  budgetMinutes: 600,
  totalMinutes: 150,
  openTasks: 4,
  ...part,
});

const customer = {
  __typename: "Customer",
  id: "c1",
  summary: {
    __typename: "CustomerSummary",
    projects: { __typename: "ProjectSummary", count: 2, totalMinutes: 210 },
    tasks: { __typename: "TaskSummary", open: 4, overdue: 1 },
  },
};
const saved = (now: object) => ({ __typename: "ProjectPayload", project: { ...now, customer } });

async function open({ role = "admin", search = "" }: { role?: Role; search?: string } = {}) {
  const api = await renderWithApi(
    <>
      <ProjectsList customerId="c1" />
      <ProjectDrawers customerId="c1" inside={(id) => <p>{`Inside of ${id}`}</p>} />
      <Toasts />
    </>,
    {
      role,
      path: `/customers/c1/projects${search}`,
      answers: [
        [
          "ProjectsList",
          () => ({
            customer: {
              ...customer,
              projects: connectionOf([
                project(),
                project({
                  id: "p2",
                  name: "Website",
                  status: "DONE",
                  budgetMinutes: null,
                  totalMinutes: 60,
                  openTasks: 0,
                }),
              ]),
            },
          }),
        ],
        ["ProjectDrawers", () => ({ node: project() })],
        ["Project", () => ({ node: project() })],
        ["UpdateProject", () => ({ updateProject: saved(project({ version: 4 })) })],
        ["CreateProject", () => ({ createProject: saved(project({ id: "p3" })) })],
        ["DeleteProject", () => ({ deleteProject: saved(project()) })],
        ["RestoreProject", () => ({ restoreProject: saved(project()) })],
      ],
    },
  );
  await within(await screen.findByRole("grid")).findByText("New shop");
  return { api, user: userEvent.setup() };
}

const rowOf = (name: string) => {
  const row = within(screen.getByRole("grid")).getByText(name).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return within(row);
};

describe("the projects of a customer", () => {
  it("show hours against the budget, open tasks, and the hours of all below", async () => {
    await open();
    expect(rowOf("New shop").getByText(/2.5 h.* of 10 h/)).toBeInTheDocument();
    expect(rowOf("New shop").getByText("4")).toBeInTheDocument();
    expect(rowOf("Website").getByText(/^1 h/)).toBeInTheDocument();
    expect(rowOf("Total").getByText(/^3.5 h/)).toBeInTheDocument();
  });

  it("are filtered by the URL, without a sum that would be of others", async () => {
    const { api } = await open({ search: "?status=ACTIVE" });
    expect(api.of("ProjectsList")[0]?.variables).toMatchObject({
      id: "c1",
      filter: { status: ["ACTIVE"] },
    });
    expect(rowOf("Total").queryByText(/3.5 h/)).not.toBeInTheDocument();
  });

  it("are sorted by a field of the API", async () => {
    const { api, user } = await open();
    await user.click(screen.getByRole("columnheader", { name: /^Due date/ }));
    await waitFor(() =>
      expect(api.of("ProjectsList").at(-1)?.variables.orderBy).toMatchObject({ field: "DUE_ON" }),
    );
  });

  it("go on to another status, on the version that was read", async () => {
    const { api, user } = await open();
    await user.click(rowOf("New shop").getByRole("button", { name: /Change status/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Done" }));
    await waitFor(() => expect(api.of("UpdateProject")).toHaveLength(1));
    expect(api.of("UpdateProject")[0]?.variables).toEqual({
      input: { id: "p1", version: 3, status: "DONE" },
    });
  });

  it("are deleted, and restored from the toast", async () => {
    const { api, user } = await open();
    await user.click(rowOf("New shop").getByRole("button", { name: "More actions for New shop" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(api.of("RestoreProject")).toHaveLength(1));
    expect(api.of("DeleteProject")[0]?.variables).toEqual({ input: { id: "p1" } });
  });

  it("are read-only for people who may not write them", async () => {
    await open({ role: "viewer" });
    expect(
      screen.queryByRole("button", { name: /Add project|More actions for|Change status/ }),
    ).toBeNull();
  });
});

describe("the drawers of a project", () => {
  // What was typed and not saved is kept as a draft.
  afterEach(() => sessionStorage.clear());

  it("show one with what other nouns show inside of it", async () => {
    await open({ search: "?project=p1" });
    const drawer = within(await screen.findByRole("dialog", { name: "New shop" }));
    expect(await drawer.findByText("Inside of p1")).toBeInTheDocument();
    expect(drawer.getByRole("button", { name: "IDs in other systems" })).toBeInTheDocument();
  });

  it("refuse an end before the start, and send nothing", async () => {
    const { api, user } = await open({ search: "?editProject=new" });
    const drawer = within(await screen.findByRole("dialog", { name: "Add project" }));
    await user.click(drawer.getByRole("button", { name: "Create" }));
    expect(await drawer.findByText("Enter a name.")).toBeInTheDocument();
    await user.type(drawer.getByRole("textbox", { name: "Name" }), "Shop");
    await user.type(drawer.getByRole("textbox", { name: /^Start date/ }), "2026-12-02");
    await user.type(drawer.getByRole("textbox", { name: /^Due date/ }), "2026-12-01");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(drawer.getByRole("textbox", { name: /^Due date/ })).toBeInvalid());
    expect(api.of("CreateProject")).toEqual([]);
  });
});
