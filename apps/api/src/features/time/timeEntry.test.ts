import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeProject } from "../projects/project.factory.js";
import { makeTimeEntry } from "./timeEntry.factory.js";

let server: TestServer;
let worker: Caller;
let sales: Caller;
let customerId: string;
beforeAll(async () => {
  server = await startServer({ timeZone: "America/Sao_Paulo" });
  worker = await server.signIn("projects");
  sales = await server.signIn("sales");
  ({ id: customerId } = await makeCustomer(sales));
});
afterAll(() => server.close());

const FIELDS = "id workedOn minutes hours note version user { id } project { id } customer { id }";
const CREATE = `mutation ($input: CreateTimeEntryInput!) { createTimeEntry(input: $input) { timeEntry { ${FIELDS} } } }`;
const UPDATE = `mutation ($input: UpdateTimeEntryInput!) { updateTimeEntry(input: $input) { timeEntry { ${FIELDS} } } }`;
const DELETE = `mutation ($input: DeleteInput!) { deleteTimeEntry(input: $input) { timeEntry { id } } }`;
const RESTORE = `mutation ($input: RestoreInput!) { restoreTimeEntry(input: $input) { timeEntry { id } } }`;
const LIST = `query ($id: ID!, $filter: TimeEntryFilter, $orderBy: TimeEntryOrder) { project(id: $id) {
  totalMinutes totalHours timeEntries(filter: $filter, orderBy: $orderBy) { totalCount nodes { minutes } }
} }`;

interface List {
  project: {
    totalMinutes: number;
    totalHours: number;
    timeEntries: { totalCount: number; nodes: { minutes: number }[] };
  };
}

test("time is logged for the caller and the organisation's current day unless given", async () => {
  const project = await makeProject(worker, customerId);
  server.setNow(new Date("2026-08-01T02:30:00Z"));
  const logged = await worker.ask(CREATE, { input: { projectId: project.id, minutes: 20 } });
  server.setNow(null);
  expect(logged.data).toEqual({
    createTimeEntry: {
      timeEntry: {
        id: expect.any(String),
        workedOn: "2026-07-31",
        minutes: 20,
        hours: 0.33,
        note: null,
        version: 1,
        user: { id: worker.userId },
        project: { id: project.id },
        customer: { id: customerId },
      },
    },
  });
  const input = {
    projectId: project.id,
    minutes: 1440,
    workedOn: "2026-01-02",
    userId: sales.userId,
    note: "Revisão",
  };
  const other = await worker.ask(CREATE, { input });
  expect(other.data).toMatchObject({
    createTimeEntry: {
      timeEntry: { workedOn: "2026-01-02", user: { id: sales.userId }, note: "Revisão", hours: 24 },
    },
  });
  const nobody = await worker.ask(CREATE, {
    input: { projectId: project.id, minutes: 1, userId: null },
  });
  expect(nobody.data).toMatchObject({ createTimeEntry: { timeEntry: { user: null } } });
});

test("a project's time is listed, filtered, summed exactly, and follows what changes", async () => {
  const project = await makeProject(worker, customerId);
  const list = async (args: object = {}) => {
    const { data } = await worker.ask<List>(LIST, { id: project.id, ...args });
    const { nodes, totalCount } = data.project.timeEntries;
    expect(totalCount).toBe(nodes.length);
    return { minutes: nodes.map((node) => node.minutes), hours: data.project.totalHours };
  };
  for (const [day, minutes] of [1, 2, 3].map((n) => [`2026-02-0${n}`, 20 * n] as const)) {
    await makeTimeEntry(worker, project.id, { minutes, workedOn: day });
  }
  expect(await list()).toEqual({ minutes: [60, 40, 20], hours: 2 });
  expect(await list({ orderBy: { field: "WORKED_ON" } })).toMatchObject({ minutes: [20, 40, 60] });
  expect(await list({ filter: { workedFrom: "2026-02-02" } })).toMatchObject({ minutes: [60, 40] });
  expect(await list({ filter: { workedTo: "2026-02-01" } })).toMatchObject({ minutes: [20] });
  expect(await list({ filter: { userIds: [sales.userId] } })).toMatchObject({ minutes: [] });

  const entry = await makeTimeEntry(worker, project.id, { minutes: 50, workedOn: "2026-02-09" });
  expect((await list()).hours).toBe(2.83);
  await worker.ask(UPDATE, { input: { ...entry, minutes: 45 } });
  expect((await list()).hours).toBe(2.75);
  await worker.ask(DELETE, { input: { id: entry.id } });
  expect(await list()).toEqual({ minutes: [60, 40, 20], hours: 2 });
  await worker.ask(RESTORE, { input: { id: entry.id } });
  expect((await list()).hours).toBe(2.75);
});

test("an entry moves to another project of the same customer alone", async () => {
  const [from, to] = [await makeProject(worker, customerId), await makeProject(worker, customerId)];
  const entry = await makeTimeEntry(worker, from.id);
  const moved = await worker.ask(UPDATE, { input: { ...entry, projectId: to.id } });
  expect(moved.data).toMatchObject({ updateTimeEntry: { timeEntry: { project: { id: to.id } } } });
  const elsewhere = await makeProject(worker, (await makeCustomer(sales)).id);
  const refused = await worker.ask(UPDATE, {
    input: { id: entry.id, version: 2, projectId: elsewhere.id },
  });
  expect(issuesOf(refused)).toEqual(["projectId of_another_customer"]);
});

test("refuses what is wrong, stale, unknown or not allowed", async () => {
  const project = await makeProject(worker, customerId);
  const entry = await makeTimeEntry(worker, project.id);
  const create = (change: object, caller = worker) =>
    caller.ask(CREATE, { input: { projectId: project.id, minutes: 60, ...change } });
  const update = (change: object, caller = worker) =>
    caller.ask(UPDATE, { input: { ...entry, ...change } });
  for (const minutes of [0, -5, 1441]) {
    expect(issuesOf(await create({ minutes }))).toEqual(["minutes out_of_range"]);
    expect(issuesOf(await update({ minutes }))).toEqual(["minutes out_of_range"]);
  }
  expect(issuesOf(await create({ userId: NO_ID }))).toEqual(["userId unknown_user"]);
  expect(issuesOf(await update({ userId: NO_ID }))).toEqual(["userId unknown_user"]);
  expect(issuesOf(await update({ projectId: NO_ID }))).toEqual(["projectId unknown_record"]);
  expect(issuesOf(await update({ workedOn: null }))).toEqual(["workedOn required"]);
  const filter = { userIds: ["me"] };
  expect(issuesOf(await worker.ask(LIST, { id: project.id, filter }))).toEqual([
    "filter.userIds.0 invalid_id",
  ]);
  expect(codeOf(await create({ projectId: NO_ID }))).toBe("NOT_FOUND");
  expect(codeOf(await update({ id: NO_ID }))).toBe("NOT_FOUND");
  expect(codeOf(await update({ version: 7, minutes: 5 }))).toBe("CONFLICT");
  expect(codeOf(await worker.ask(DELETE, { input: { id: entry.id, version: 7 } }))).toBe(
    "CONFLICT",
  );
  for (const answer of [
    await create({}, sales),
    await update({}, sales),
    await sales.ask(DELETE, { input: { id: entry.id } }),
    await sales.ask(RESTORE, { input: { id: entry.id } }),
  ]) {
    expect(codeOf(answer)).toBe("FORBIDDEN");
  }
});
