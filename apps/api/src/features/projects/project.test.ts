import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeTask } from "../tasks/task.factory.js";
import { makeTimeEntry } from "../time/timeEntry.factory.js";
import { makeProject } from "./project.factory.js";

let server: TestServer;
let worker: Caller;
let sales: Caller;
beforeAll(async () => {
  server = await startServer();
  worker = await server.signIn("projects");
  sales = await server.signIn("sales");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
  project { id name description status startsOn dueOn budgetMinutes version customer { id } }
} }`;
const UPDATE = `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { id status startsOn dueOn version } } }`;
const DELETE = `mutation ($input: DeleteInput!) { deleteProject(input: $input) { project { id } } }`;
const RESTORE = `mutation ($input: RestoreInput!) { restoreProject(input: $input) { project { id } } }`;
const LIST = `query ($id: ID!, $filter: ProjectFilter, $orderBy: ProjectOrder) { customer(id: $id) {
  projects(filter: $filter, orderBy: $orderBy) { totalCount nodes { name } }
} }`;

test("a project is made, found by id, and changed", async () => {
  const { id: customerId } = await makeCustomer(sales);
  const made = await worker.ask<{ createProject: { project: { id: string } } }>(CREATE, {
    input: {
      customerId,
      name: " Loja nova ",
      description: "Duas\r\nlinhas",
      startsOn: "2026-03-01",
      dueOn: "2026-03-31",
      budgetMinutes: 6000,
    },
  });
  const { project } = made.data.createProject;
  expect(project).toEqual({
    id: project.id,
    name: "Loja nova",
    description: "Duas\nlinhas",
    status: "ACTIVE",
    startsOn: "2026-03-01",
    dueOn: "2026-03-31",
    budgetMinutes: 6000,
    version: 1,
    customer: { id: customerId },
  });
  const input = { id: project.id, version: 1, status: "DONE", startsOn: null };
  expect((await worker.ask(UPDATE, { input })).data).toEqual({
    updateProject: {
      project: { id: project.id, status: "DONE", startsOn: null, dueOn: "2026-03-31", version: 2 },
    },
  });
  const found = await worker.ask(`query ($id: ID!) { project(id: $id) { name } }`, project);
  expect(found.data).toEqual({ project: { name: "Loja nova" } });
});

test("a customer's projects are filtered, searched and sorted", async () => {
  const { id } = await makeCustomer(sales);
  await makeProject(worker, id, { name: "Água", dueOn: "2026-05-02" });
  await makeProject(worker, id, { name: "zinco", status: "DONE", dueOn: "2026-05-01" });
  await makeProject(worker, id, { name: "Expansão São Paulo", status: "PLANNED" });
  const names = async (args: object) => {
    const { data } = await worker.ask<{
      customer: { projects: { totalCount: number; nodes: { name: string }[] } };
    }>(LIST, { id, ...args });
    const { totalCount, nodes } = data.customer.projects;
    expect(totalCount).toBe(nodes.length);
    return nodes.map((node) => node.name);
  };
  expect(await names({})).toEqual(["Expansão São Paulo", "zinco", "Água"]);
  expect(await names({ filter: { status: ["DONE", "PLANNED"] } })).toEqual([
    "Expansão São Paulo",
    "zinco",
  ]);
  expect(await names({ filter: { search: "sao EXPAN" } })).toEqual(["Expansão São Paulo"]);
  expect(await names({ filter: { search: "100%" } })).toEqual([]);
  expect(await names({ orderBy: { field: "NAME" } })).toEqual([
    "Água",
    "Expansão São Paulo",
    "zinco",
  ]);
  expect(await names({ orderBy: { field: "DUE_ON" } })).toEqual([
    "zinco",
    "Água",
    "Expansão São Paulo",
  ]);
});

test("a deleted project takes its tasks and time out of all figures, and brings them back", async () => {
  const { id: customerId } = await makeCustomer(sales);
  const kept = await makeProject(worker, customerId, { name: "Kept" });
  const gone = await makeProject(worker, customerId, { name: "Gone" });
  await makeTimeEntry(worker, kept.id, { minutes: 20 });
  const entry = await makeTimeEntry(worker, gone.id, { minutes: 90 });
  const deletedBefore = await makeTimeEntry(worker, gone.id, { minutes: 500 });
  const task = await makeTask(worker, customerId, { projectId: gone.id });
  await makeTask(worker, customerId);
  await worker.ask(
    `mutation ($input: DeleteInput!) { deleteTimeEntry(input: $input) { timeEntry { id } } }`,
    {
      input: { id: deletedBefore.id },
    },
  );

  const STATE = `query ($id: ID!, $nodes: [ID!]!) {
    customer(id: $id) {
      summary { projects { count active totalMinutes totalHours } tasks { open } }
      projects { totalCount nodes { name totalMinutes totalHours openTasks } }
      tasks { totalCount }
    }
    nodes(ids: $nodes) { id }
  }`;
  const state = async () =>
    (await worker.ask(STATE, { id: customerId, nodes: [gone.id, entry.id, task.id] })).data;
  const before = await state();
  expect(before).toEqual({
    customer: {
      summary: {
        projects: { count: 2, active: 2, totalMinutes: 110, totalHours: 1.83 },
        tasks: { open: 2 },
      },
      projects: {
        totalCount: 2,
        nodes: [
          { name: "Gone", totalMinutes: 90, totalHours: 1.5, openTasks: 1 },
          { name: "Kept", totalMinutes: 20, totalHours: 0.33, openTasks: 0 },
        ],
      },
      tasks: { totalCount: 2 },
    },
    nodes: [{ id: gone.id }, { id: entry.id }, { id: task.id }],
  });

  expect(codeOf(await worker.ask(DELETE, { input: { id: gone.id, version: 1 } }))).toBe("OK");
  expect(await state()).toEqual({
    customer: {
      summary: {
        projects: { count: 1, active: 1, totalMinutes: 20, totalHours: 0.33 },
        tasks: { open: 1 },
      },
      projects: {
        totalCount: 1,
        nodes: [{ name: "Kept", totalMinutes: 20, totalHours: 0.33, openTasks: 0 }],
      },
      tasks: { totalCount: 1 },
    },
    nodes: [null, null, null],
  });
  const log = `mutation ($input: CreateTimeEntryInput!) { createTimeEntry(input: $input) { timeEntry { id } } }`;
  const late = await worker.ask(log, { input: { projectId: gone.id, minutes: 1 } });
  expect(codeOf(late)).toBe("NOT_FOUND");
  const restoreEntry = `mutation ($input: RestoreInput!) { restoreTimeEntry(input: $input) { timeEntry { id } } }`;
  expect(codeOf(await worker.ask(restoreEntry, { input: { id: entry.id } }))).toBe("NOT_FOUND");

  expect(codeOf(await worker.ask(RESTORE, { input: { id: gone.id } }))).toBe("OK");
  expect(await state()).toEqual(before);
  const history = await server.app.database.pool.query(
    "SELECT action FROM activity WHERE record_id = $1 ORDER BY id",
    [task.id],
  );
  expect(history.rows.map((row) => row.action)).toEqual(["created", "deleted", "restored"]);
});

test("projects of a deleted customer cannot be reached", async () => {
  const { id: customerId } = await makeCustomer(sales);
  const project = await makeProject(worker, customerId);
  await server.app.database.pool.query("UPDATE customers SET deleted_at = now() WHERE id = $1", [
    customerId,
  ]);
  const found = await worker.ask(
    `query ($id: ID!) { project(id: $id) { id } node(id: $id) { id } }`,
    project,
  );
  expect(found.data).toEqual({ project: null, node: null });
  expect(codeOf(await worker.ask(UPDATE, { input: { ...project, status: "DONE" } }))).toBe(
    "NOT_FOUND",
  );
  expect(codeOf(await worker.ask(CREATE, { input: { customerId, name: "New" } }))).toBe(
    "NOT_FOUND",
  );
});

test("refuses what is wrong, stale, unknown or not allowed", async () => {
  const { id: customerId } = await makeCustomer(sales);
  const project = await makeProject(worker, customerId, { startsOn: "2026-03-02" });
  const create = (change: object, caller = worker) =>
    caller.ask(CREATE, { input: { customerId, name: "New", ...change } });
  const update = (change: object, caller = worker) =>
    caller.ask(UPDATE, { input: { ...project, ...change } });
  expect(issuesOf(await create({ name: "", budgetMinutes: -1 }))).toEqual([
    "name required",
    "budgetMinutes out_of_range",
  ]);
  const early = { startsOn: "2026-03-02", dueOn: "2026-03-01" };
  expect(issuesOf(await create(early))).toEqual(["dueOn before_start"]);
  expect(issuesOf(await update({ dueOn: "2026-03-01" }))).toEqual(["dueOn before_start"]);
  expect(issuesOf(await update({ status: null }))).toEqual(["status invalid_choice"]);
  expect(issuesOf(await create({ customerId: "42" }))).toEqual(["customerId invalid_id"]);
  const range = await create({ budgetMinutes: 60_000_001 });
  expect(range.errors?.[0]?.message).toContain("must be between 0 and 60000000");
  expect(codeOf(await create({ customerId: NO_ID }))).toBe("NOT_FOUND");
  expect(codeOf(await update({ id: NO_ID }))).toBe("NOT_FOUND");

  expect(codeOf(await update({ status: "DONE" }))).toBe("OK");
  const stale = await update({ status: "ON_HOLD", name: "Other" });
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    fields: ["name", "status"],
    current: { id: project.id, version: 2, status: "DONE" },
  });
  expect(codeOf(await worker.ask(DELETE, { input: project }))).toBe("CONFLICT");

  for (const answer of [
    await create({}, sales),
    await update({}, sales),
    await sales.ask(DELETE, { input: { id: project.id } }),
    await sales.ask(RESTORE, { input: { id: project.id } }),
  ]) {
    expect(codeOf(answer)).toBe("FORBIDDEN");
  }
  expect(codeOf(await sales.ask(LIST, { id: customerId }))).toBe("OK");
});
