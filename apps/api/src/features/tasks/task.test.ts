import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeProject } from "../projects/project.factory.js";
import { makeTask } from "./task.factory.js";

let server: TestServer;
let worker: Caller;
let sales: Caller;
let viewer: Caller;
beforeAll(async () => {
  server = await startServer();
  worker = await server.signIn("projects");
  sales = await server.signIn("sales");
  viewer = await server.signIn("viewer");
});
afterAll(() => server.close());

const FIELDS =
  "id title description status state priority dueOn doneAt version assignee { id } project { id } customer { id }";
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { ${FIELDS} } } }`;
const UPDATE = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { ${FIELDS} } } }`;
const DELETE = `mutation ($input: DeleteInput!) { deleteTask(input: $input) { task { id } } }`;
const RESTORE = `mutation ($input: RestoreInput!) { restoreTask(input: $input) { task { id } } }`;
const OF_CUSTOMER = `query ($id: ID!, $filter: TaskFilter, $orderBy: TaskOrder) { customer(id: $id) {
  tasks(filter: $filter, orderBy: $orderBy) { totalCount nodes { title } }
} }`;
const ALL = `query ($filter: TaskFilter, $orderBy: TaskOrder) {
  tasks(filter: $filter, orderBy: $orderBy) { totalCount nodes { title } }
}`;

interface Titles {
  totalCount: number;
  nodes: { title: string }[];
}

interface PageEnd {
  hasNextPage: boolean;
  endCursor: string;
}

const titles = ({ totalCount, nodes }: Titles) => {
  expect(totalCount).toBe(nodes.length);
  return nodes.map((node) => node.title);
};

test("a task is made, done, reopened and found by id", async () => {
  const { id: customerId } = await makeCustomer(sales);
  const project = await makeProject(worker, customerId);
  const made = await worker.ask<{ createTask: { task: { id: string } } }>(CREATE, {
    input: {
      customerId,
      title: " Ligar ",
      dueOn: "2020-01-31",
      priority: "HIGH",
      assigneeId: worker.userId,
      projectId: project.id,
    },
  });
  const { task } = made.data.createTask;
  expect(task).toEqual({
    id: task.id,
    title: "Ligar",
    description: null,
    status: "TODO",
    state: "OVERDUE",
    priority: "HIGH",
    dueOn: "2020-01-31",
    doneAt: null,
    version: 1,
    assignee: { id: worker.userId },
    project: { id: project.id },
    customer: { id: customerId },
  });
  const update = async (version: number, change: object) =>
    (
      await worker.ask<{ updateTask: object }>(UPDATE, {
        input: { id: task.id, version, ...change },
      })
    ).data;
  server.setNow(new Date("2026-04-05T10:00:00Z"));
  expect(await update(1, { status: "DONE" })).toMatchObject({
    updateTask: { task: { state: "DONE", doneAt: "2026-04-05T10:00:00.000Z", version: 2 } },
  });
  server.setNow(null);
  expect(await update(2, { title: "Ligar de novo" })).toMatchObject({
    updateTask: { task: { doneAt: "2026-04-05T10:00:00.000Z" } },
  });
  expect(await update(3, { status: "IN_PROGRESS", dueOn: null, projectId: null })).toMatchObject({
    updateTask: { task: { state: "NO_DUE_DATE", doneAt: null, project: null, version: 4 } },
  });
  const found = await worker.ask(`query ($id: ID!) { task(id: $id) { title } }`, task);
  expect(found.data).toEqual({ task: { title: "Ligar de novo" } });
});

describe("lists", () => {
  let customerId: string;
  let projectId: string;
  beforeAll(async () => {
    server.setNow(new Date("2026-08-01T15:00:00Z"));
    ({ id: customerId } = await makeCustomer(sales));
    ({ id: projectId } = await makeProject(worker, customerId));
    const make = (title: string, input: object) =>
      makeTask(worker, customerId, { title, ...input });
    await make("none", { priority: "URGENT" });
    await make("late", { dueOn: "2026-07-31", assigneeId: sales.userId, projectId });
    await make("today", { dueOn: "2026-08-01", priority: "LOW", status: "IN_PROGRESS" });
    await make("soon São", { dueOn: "2026-08-02", priority: "HIGH", assigneeId: worker.userId });
    await make("done", { dueOn: "2026-07-01", status: "DONE", projectId });
  });
  afterAll(() => server.setNow(null));

  test.each<[string, object, string[]]>([
    ["all by due date", {}, ["done", "late", "today", "soon São", "none"]],
    ["OPEN", { state: ["OPEN"] }, ["late", "today", "soon São", "none"]],
    ["OVERDUE", { state: ["OVERDUE"] }, ["late"]],
    ["DUE_TODAY", { state: ["DUE_TODAY"] }, ["today"]],
    ["UPCOMING", { state: ["UPCOMING"] }, ["soon São"]],
    ["NO_DUE_DATE", { state: ["NO_DUE_DATE"] }, ["none"]],
    ["DONE", { state: ["DONE"] }, ["done"]],
    ["several states", { state: ["OVERDUE", "DONE"] }, ["done", "late"]],
    ["no state", { state: [] }, []],
    ["words of the title", { search: "sao SOON" }, ["soon São"]],
    ["without someone", { unassigned: true }, ["done", "today", "none"]],
    ["priority", { priority: ["LOW", "URGENT"] }, ["today", "none"]],
  ])("by %s", async (_, filter, expected) => {
    const { data } = await worker.ask<{ customer: { tasks: Titles } }>(OF_CUSTOMER, {
      id: customerId,
      filter,
    });
    expect(titles(data.customer.tasks)).toEqual(expected);
  });

  test("by assignee, project and priority, of the project and of everyone", async () => {
    const all = async (filter: object, orderBy?: object) =>
      titles((await worker.ask<{ tasks: Titles }>(ALL, { filter, orderBy })).data.tasks);
    expect(await all({ assigneeIds: [sales.userId], state: ["OVERDUE"] })).toEqual(["late"]);
    expect(await all({ projectId })).toEqual(["done", "late"]);
    const byPriority = { field: "PRIORITY", direction: "DESC" };
    const ofCustomer = { id: customerId, filter: { state: ["OPEN"] }, orderBy: byPriority };
    const { data } = await worker.ask<{ customer: { tasks: Titles } }>(OF_CUSTOMER, ofCustomer);
    expect(titles(data.customer.tasks)).toEqual(["none", "soon São", "late", "today"]);
    const ofProject = await worker.ask<{ project: { openTasks: number; tasks: Titles } }>(
      `query ($id: ID!) { project(id: $id) { openTasks tasks { totalCount nodes { title } } } }`,
      { id: projectId },
    );
    expect(titles(ofProject.data.project.tasks)).toEqual(["done", "late"]);
    expect(ofProject.data.project.openTasks).toBe(1);
  });

  test("customers with and without overdue tasks", async () => {
    const other = await makeCustomer(sales);
    await makeTask(worker, other.id, { dueOn: "2026-08-01" });
    const FIND = `query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }`;
    const find = async (hasOverdueTasks: boolean) => {
      const filter = { hasOverdueTasks, ids: [customerId, other.id] };
      const { data } = await worker.ask<{ customers: { nodes: { id: string }[] } }>(FIND, {
        filter,
      });
      return data.customers.nodes.map((node) => node.id);
    };
    expect(await find(true)).toEqual([customerId]);
    expect(await find(false)).toEqual([other.id]);
  });

  test("what is next, and customers with and without it", async () => {
    const { id: idle } = await makeCustomer(sales);
    const { id: later } = await makeCustomer(sales);
    await makeTask(worker, idle, { title: "done", status: "DONE" });
    await makeTask(worker, later, { title: "some day" });
    await makeTask(worker, later, { title: "other day" });
    const { data } = await worker.ask<{
      customers: { nodes: { id: string; nextStep: { title: string } | null }[] };
    }>(
      `query ($ids: [ID!]) { customers(filter: { ids: $ids }) { nodes { id nextStep { title } } } }`,
      {
        ids: [customerId, idle, later],
      },
    );
    const steps = new Map(data.customers.nodes.map((node) => [node.id, node.nextStep?.title]));
    expect(steps).toEqual(
      new Map([
        [customerId, "late"],
        [idle, undefined],
        [later, "some day"],
      ]),
    );
    const find = async (hasNextStep: boolean) => {
      const filter = { hasNextStep, ids: [customerId, idle, later] };
      const found = await worker.ask<{ customers: { nodes: { id: string }[] } }>(
        `query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }`,
        { filter },
      );
      return found.data.customers.nodes.map((node) => node.id).toSorted();
    };
    expect(await find(true)).toEqual([customerId, later].toSorted());
    expect(await find(false)).toEqual([idle]);
  });

  test("pages by cursor through tasks without a due date", async () => {
    const PAGE = `query ($id: ID!, $after: String) { customer(id: $id) {
      tasks(first: 2, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const { data } = await worker.ask<{
        customer: { tasks: Titles & { pageInfo: { hasNextPage: boolean; endCursor: string } } };
      }>(PAGE, { id: customerId, after });
      const { nodes, pageInfo } = data.customer.tasks;
      seen.push(...nodes.map((node) => node.title));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(["done", "late", "today", "soon São", "none"]);
  });
});

describe("the time of a task's day", () => {
  const ASKED = `query ($id: ID!) { customer(id: $id) { nextStep { title } tasks { nodes { title dueTime state } } } }`;

  test("is kept to the minute, goes with its day, and is nothing without one", async () => {
    const { id: customerId } = await makeCustomer(sales);
    const TIMED = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { dueOn dueTime version } } }`;
    const made = await makeTask(worker, customerId, { dueOn: "2026-08-01", dueTime: "09:30" });
    const update = (change: object) => worker.ask(TIMED, { input: { ...made, ...change } });
    expect((await update({ dueTime: "23:59" })).data).toEqual({
      updateTask: { task: { dueOn: "2026-08-01", dueTime: "23:59", version: 2 } },
    });
    expect((await update({ version: 2, dueOn: "2026-08-02" })).data).toMatchObject({
      updateTask: { task: { dueOn: "2026-08-02", dueTime: "23:59" } },
    });
    expect((await update({ version: 3, dueOn: null })).data).toMatchObject({
      updateTask: { task: { dueOn: null, dueTime: null } },
    });
    expect(issuesOf(await update({ version: 4, dueTime: "10:00" }))).toEqual(["dueOn required"]);
    const create = (input: object) =>
      worker.ask(CREATE, { input: { customerId, title: "New", ...input } });
    expect(issuesOf(await create({ dueTime: "10:00" }))).toEqual(["dueOn required"]);
    for (const dueTime of ["24:00", "9:30", "10:00:30", "noon"])
      expect(issuesOf(await create({ dueOn: "2026-08-01", dueTime }))).toEqual([
        "dueTime invalid_time",
      ]);
  });

  test("orders its tasks, page by page; what has no time comes last, and is overdue by its day", async () => {
    const { id } = await makeCustomer(sales);
    const make = (title: string, dueOn: string | null, dueTime: string | null = null) =>
      makeTask(worker, id, { title, dueOn, dueTime });
    await make("some day", null);
    await make("no time", "2026-08-01");
    await make("late", "2026-08-01", "18:00");
    await make("early", "2026-08-01", "08:05");
    await make("before", "2026-07-31", "23:00");
    await make("after", "2026-08-02", "00:00");
    server.setNow(new Date("2026-08-01T20:00:00Z"));
    const { data } = await worker.ask<{
      customer: { nextStep: object; tasks: { nodes: { title: string; state: string }[] } };
    }>(ASKED, { id });
    server.setNow(null);
    expect(data.customer.nextStep).toEqual({ title: "before" });
    expect(data.customer.tasks.nodes.map(({ title, state }) => `${title} ${state}`)).toEqual([
      "before OVERDUE",
      ...["early DUE_TODAY", "late DUE_TODAY", "no time DUE_TODAY"],
      ...["after UPCOMING", "some day NO_DUE_DATE"],
    ]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { data: { customer: { tasks: Titles & { pageInfo: PageEnd } } } } =
        await worker.ask(
          `query ($id: ID!, $after: String) { customer(id: $id) { tasks(first: 1, after: $after) {
             nodes { title } pageInfo { hasNextPage endCursor } } } }`,
          { id, after },
        );
      const { nodes, pageInfo } = page.data.customer.tasks;
      seen.push(...nodes.map(({ title }) => title));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(["before", "early", "late", "no time", "after", "some day"]);
  });
});

test("the list of all leaves out archived and deleted customers", async () => {
  const { id } = await makeCustomer(sales);
  const task = await makeTask(worker, id, { title: "hidden one" });
  const find = async () =>
    titles(
      (await worker.ask<{ tasks: Titles }>(ALL, { filter: { search: "hidden one" } })).data.tasks,
    );
  const set = (change: string) =>
    server.app.database.pool.query(`UPDATE customers SET ${change} WHERE id = $1`, [id]);
  expect(await find()).toEqual(["hidden one"]);
  await set("status = 'ARCHIVED'");
  expect(await find()).toEqual([]);
  await set("status = 'ACTIVE', deleted_at = now()");
  expect(await find()).toEqual([]);
  const one = await worker.ask(
    `query ($id: ID!) { task(id: $id) { id } node(id: $id) { id } }`,
    task,
  );
  expect(one.data).toEqual({ task: null, node: null });
});

test("a deleted task is gone everywhere and comes back", async () => {
  const { id } = await makeCustomer(sales);
  const task = await makeTask(worker, id, { title: "Only" });
  const state = async () =>
    (
      await worker.ask(
        `query ($id: ID!, $task: ID!) { customer(id: $id) { tasks { totalCount } summary { tasks { open } } } task(id: $task) { title } }`,
        { id, task: task.id },
      )
    ).data;
  const here = {
    customer: { tasks: { totalCount: 1 }, summary: { tasks: { open: 1 } } },
    task: { title: "Only" },
  };
  expect(await state()).toEqual(here);
  await worker.ask(DELETE, { input: task });
  expect(await state()).toEqual({
    customer: { tasks: { totalCount: 0 }, summary: { tasks: { open: 0 } } },
    task: null,
  });
  await worker.ask(RESTORE, { input: { id: task.id } });
  expect(await state()).toEqual(here);
});

test("refuses what is wrong, stale, unknown or not allowed", async () => {
  const { id: customerId } = await makeCustomer(sales);
  const task = await makeTask(worker, customerId);
  const elsewhere = await makeProject(worker, (await makeCustomer(sales)).id);
  const create = (change: object, caller = worker) =>
    caller.ask(CREATE, { input: { customerId, title: "New", ...change } });
  const update = (change: object, caller = worker) =>
    caller.ask(UPDATE, { input: { ...task, ...change } });
  expect(issuesOf(await create({ title: " " }))).toEqual(["title required"]);
  for (const write of [create, update]) {
    expect(issuesOf(await write({ projectId: elsewhere.id }))).toEqual([
      "projectId of_another_customer",
    ]);
    expect(issuesOf(await write({ projectId: NO_ID }))).toEqual(["projectId unknown_record"]);
    expect(issuesOf(await write({ assigneeId: NO_ID }))).toEqual(["assigneeId unknown_user"]);
    expect(issuesOf(await write({ assigneeId: "me" }))).toEqual(["assigneeId invalid_id"]);
  }
  const pt = await worker.ask(
    CREATE,
    { input: { customerId, title: "Nova", projectId: elsewhere.id } },
    { "accept-language": "pt-BR" },
  );
  expect(pt.errors?.[0]?.message).toContain("pertence a outro cliente");
  const filter = { assigneeIds: [NO_ID, "me"] };
  expect(issuesOf(await worker.ask(ALL, { filter }))).toEqual(["filter.assigneeIds.1 invalid_id"]);
  expect(codeOf(await create({ customerId: NO_ID }))).toBe("NOT_FOUND");
  expect(codeOf(await update({ id: NO_ID }))).toBe("NOT_FOUND");
  expect(codeOf(await update({ title: "First" }))).toBe("OK");
  const stale = await update({ title: "Second", status: "DONE" });
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    fields: expect.arrayContaining(["title", "status"]),
    current: { version: 2, title: "First" },
  });
  expect(codeOf(await worker.ask(DELETE, { input: task }))).toBe("CONFLICT");
  for (const answer of [
    await create({}, viewer),
    await update({}, viewer),
    await viewer.ask(DELETE, { input: { id: task.id } }),
    await viewer.ask(RESTORE, { input: { id: task.id } }),
  ]) {
    expect(codeOf(answer)).toBe("FORBIDDEN");
  }
});

test("a person's work: the tasks of the customers that they own, whoever they are assigned to", async () => {
  const mine = await makeCustomer(sales, { ownerId: sales.userId });
  const others = await makeCustomer(sales);
  await makeTask(worker, mine.id, { title: "owned one", assigneeId: worker.userId });
  await makeTask(worker, others.id, { title: "owned by nobody" });
  const find = (customerOwnerIds: string[]) =>
    worker.ask<{ tasks: Titles }>(ALL, { filter: { search: "owned", customerOwnerIds } });
  expect(titles((await find([sales.userId])).data.tasks)).toEqual(["owned one"]);
  expect((await find(["me"])).errors?.[0]?.extensions.code).toBe("VALIDATION_FAILED");
});

describe("who may write which tasks", () => {
  const MAY = `query ($id: ID!) { task(id: $id) { viewerCanUpdate createdBy { id } } }`;
  let finance: Caller;
  beforeAll(async () => {
    finance = await server.signIn("finance");
  });

  async function made(by: Caller, input: object): Promise<string> {
    const answer = await by.ask<{ createTask: { task: { id: string } } }>(CREATE, { input });
    expect(answer.errors).toBeUndefined();
    return answer.data.createTask.task.id;
  }

  async function tries(by: Caller, id: string) {
    const { data } = await by.ask<{ task: { viewerCanUpdate: boolean } }>(MAY, { id });
    const ticked = await by.ask(UPDATE, { input: { id, version: 1, status: "DONE" } });
    const deleted = await by.ask(DELETE, { input: { id } });
    const restored = await by.ask(RESTORE, { input: { id } });
    return [data.task.viewerCanUpdate, ...[ticked, deleted, restored].map(codeOf)];
  }
  const MAY_ALL = [true, "OK", "OK", "OK"];

  test("finance and sales create tasks, and complete and change their own, whoever they are assigned to", async () => {
    const { id: customerId } = await makeCustomer(sales);
    for (const person of [finance, sales]) {
      const id = await made(person, { customerId, title: "own", assigneeId: worker.userId });
      expect((await person.ask(MAY, { id })).data).toEqual({
        task: { viewerCanUpdate: true, createdBy: { id: person.userId } },
      });
      expect(await tries(person, id)).toEqual(MAY_ALL);
    }
  });

  test("those that are assigned to them, and nobody else's", async () => {
    const { id: customerId } = await makeCustomer(sales, { ownerId: worker.userId });
    const assigned = await made(worker, { customerId, title: "a", assigneeId: finance.userId });
    const foreign = await made(worker, { customerId, title: "b" });
    expect(await tries(finance, foreign)).toEqual([false, "FORBIDDEN", "FORBIDDEN", "NOT_FOUND"]);
    expect(await tries(finance, assigned)).toEqual(MAY_ALL);
    await worker.ask(DELETE, { input: { id: foreign } });
    expect(codeOf(await finance.ask(RESTORE, { input: { id: foreign } }))).toBe("FORBIDDEN");
  });

  test("sales may write all tasks of the customers that they look after", async () => {
    const { id: customerId } = await makeCustomer(sales, { ownerId: sales.userId });
    expect(await tries(sales, await made(worker, { customerId, title: "c" }))).toEqual(MAY_ALL);
  });

  test("viewers make none", async () => {
    const { id: customerId } = await makeCustomer(sales);
    expect(codeOf(await viewer.ask(CREATE, { input: { customerId, title: "d" } }))).toBe(
      "FORBIDDEN",
    );
  });

  test("whether one may write 20 tasks takes as many statements as for one", async () => {
    const { id: customerId } = await makeCustomer(sales);
    for (let at = 0; at < 20; at += 1) await made(worker, { customerId, title: `t${at}` });
    const statements = async (first: number) => {
      const query = `{ customer(id: "${customerId}") { tasks(first: ${first}) { nodes { viewerCanUpdate } } } }`;
      const answer = await finance.ask(query);
      expect(answer.errors).toBeUndefined();
      return /desc="(\d+)"/.exec(answer.headers.get("server-timing") ?? "")?.[1];
    };
    expect(await statements(20)).toBe(await statements(1));
  });
});
