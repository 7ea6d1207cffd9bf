import { createClient } from "graphql-ws";
import sql from "sql-template-tag";
import WebSocket from "ws";
import { limitedPerson } from "../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { keyWith } from "../../../test/support/keyWith.js";
import { codeOf, issuesOf } from "../../../test/support/refusals.js";
import { until } from "../../../test/support/until.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { exportedBy } from "../exports/export.factory.js";
import { merge } from "../merges/merge.factory.js";
import { makeNote } from "../notes/note.factory.js";
import { makeTask } from "../tasks/task.factory.js";

let server: TestServer;
let admin: Caller;
let ana: Caller;
let bruno: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  ana = await server.signIn("projects");
  bruno = await server.signIn("sales");
});
afterAll(() => server.close());
beforeEach(() => server.db.execute(sql`DELETE FROM notifications`));

const INBOX = `query ($filter: NotificationFilter) { notifications(filter: $filter) { totalCount nodes {
  id kind readAt actor { id } record { ... on Task { title } ... on Note { text } ... on Export { status } } } } }`;
const MARK = `mutation ($input: MarkNotificationsInput!) { markNotifications(input: $input) { unread } }`;
const MUTE = `mutation ($input: MuteCustomerInput!) { muteCustomer(input: $input) { customer { id viewerMuted } } }`;

interface Told {
  id: string;
  kind: string;
  readAt: string | null;
  actor: { id: string } | null;
  record: object | null;
}

async function inboxOf(caller: Caller, filter: object | null = null): Promise<Told[]> {
  const answer = await caller.ask<{ notifications: { totalCount: number; nodes: Told[] } }>(INBOX, {
    filter,
  });
  expect(answer.errors).toBeUndefined();
  const { nodes, totalCount } = answer.data.notifications;
  expect(totalCount).toBe(nodes.length);
  return nodes;
}
const toldOf = async (caller: Caller) =>
  (await inboxOf(caller)).map(({ kind, actor, record }) => ({ kind, by: actor?.id, ...record }));

test("a notification is found by its id by its person alone, and grows a version when it is read", async () => {
  const { id } = await makeCustomer(admin);
  await makeTask(ana, id, { title: "Ligar", assigneeId: bruno.userId });
  const [told] = await inboxOf(bruno);
  const byId = async (caller: Caller) =>
    (
      await caller.ask<{ node: object | null }>(
        `query ($id: ID!) { node(id: $id) { id ... on Notification { kind version } } }`,
        { id: told?.id },
      )
    ).data.node;
  expect(await byId(bruno)).toEqual({ id: told?.id, kind: "ASSIGNED", version: 1 });
  expect(await byId(admin)).toBeNull();
  expect(await byId(ana)).toBeNull();
  await bruno.ask(MARK, { input: { ids: [told?.id], read: true } });
  expect(await byId(bruno)).toMatchObject({ version: 2 });
});

test("people are told of tasks that others give them, once, and of none that they take themselves", async () => {
  const { id } = await makeCustomer(admin);
  const task = await makeTask(ana, id, { title: "Ligar", assigneeId: bruno.userId });
  await makeTask(bruno, id, { title: "Own", assigneeId: bruno.userId });
  expect(await toldOf(bruno)).toEqual([{ kind: "ASSIGNED", by: ana.userId, title: "Ligar" }]);
  const update = (input: object) =>
    ana.ask(`mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { id } } }`, {
      input: { ...task, ...input },
    });
  await update({ title: "Ligar já" });
  await update({ version: 2, assigneeId: admin.userId });
  expect(await toldOf(admin)).toEqual([{ kind: "ASSIGNED", by: ana.userId, title: "Ligar já" }]);
  expect(await inboxOf(bruno)).toHaveLength(1);
  expect(await inboxOf(ana)).toEqual([]);
});

test("people are told of notes that mention them, those added later among them", async () => {
  const { id } = await makeCustomer(admin);
  const mentionIds = [bruno.userId, ana.userId];
  const note = await makeNote(ana, id, { text: "Pays Friday", mentionIds });
  const update = (input: object) =>
    ana.ask(`mutation ($input: UpdateNoteInput!) { updateNote(input: $input) { note { id } } }`, {
      input: { ...note, ...input },
    });
  await update({ mentionIds: [bruno.userId, admin.userId], text: "Pays Monday" });
  const expected = [{ kind: "MENTIONED", by: ana.userId, text: "Pays Monday" }];
  expect(await toldOf(bruno)).toEqual(expected);
  expect(await toldOf(admin)).toEqual(expected);
  expect(await inboxOf(ana)).toEqual([]);
});

test("people are told of their own finished exports", async () => {
  await makeCustomer(admin);
  await exportedBy(admin, { format: "CSV", recordType: "CUSTOMER" });
  expect(await toldOf(admin)).toEqual([{ kind: "EXPORT_FINISHED", by: undefined, status: "DONE" }]);
  expect(await inboxOf(ana)).toEqual([]);
});

test("a person marks their own alone, one by one or all at once", async () => {
  const { id } = await makeCustomer(admin);
  for (const title of ["a", "b", "c"]) await makeTask(ana, id, { title, assigneeId: bruno.userId });
  const [c, b] = await inboxOf(bruno);
  const mark = (input: object, caller = bruno) => caller.ask(MARK, { input });
  expect((await mark({ ids: [c?.id] })).data).toEqual({ markNotifications: { unread: 2 } });
  expect(codeOf(await mark({ ids: [b?.id] }, ana))).toBe("NOT_FOUND");
  const titles = async (unread: boolean) =>
    (await inboxOf(bruno, { unread })).map(({ record }) => record);
  expect(await titles(true)).toEqual([{ title: "b" }, { title: "a" }]);
  expect(await titles(false)).toEqual([{ title: "c" }]);
  expect((await mark({})).data).toEqual({ markNotifications: { unread: 0 } });
  expect((await mark({ ids: [c?.id], read: false })).data).toEqual({
    markNotifications: { unread: 1 },
  });
  expect(issuesOf(await mark({ ids: ["me"] }))).toEqual(["ids.0 invalid_id"]);
});

test("nothing is told of records that were deleted or hidden since, nor to keys", async () => {
  const person = await limitedPerson(server, "OWN");
  const own = await makeCustomer(admin, { ownerId: person.userId });
  await makeNote(ana, own.id, { text: "seen", mentionIds: [person.userId] });
  const others = await makeCustomer(admin);
  await makeNote(ana, others.id, { text: "hidden", mentionIds: [person.userId] });
  const task = await makeTask(ana, others.id, { title: "assigned", assigneeId: person.userId });
  expect((await toldOf(person)).map(({ kind }) => kind)).toEqual(["ASSIGNED", "MENTIONED"]);
  await ana.ask(`mutation ($input: DeleteInput!) { deleteTask(input: $input) { task { id } } }`, {
    input: task,
  });
  expect(await toldOf(person)).toEqual([{ kind: "MENTIONED", by: ana.userId, text: "seen" }]);
  expect((await person.ask(MARK, { input: { ids: [] } })).errors).toBeDefined();
  await server.db.execute(sql`UPDATE customers SET deleted_at = now() WHERE id = ${own.id}::uuid`);
  expect(await inboxOf(person)).toEqual([]);
  const key = await keyWith(admin, ["tasks:read", "activity:read"]);
  const asked = await admin.ask(INBOX, {}, key);
  expect(asked.data).toEqual({ notifications: { totalCount: 0, nodes: [] } });
  expect(codeOf(await admin.ask(MARK, { input: {} }, key))).toBe("FORBIDDEN");
});

test("a muted customer is silent, also after it was merged into another one", async () => {
  const { id } = await makeCustomer(admin);
  const other = await makeCustomer(admin);
  const mute = (muted: boolean) => bruno.ask(MUTE, { input: { customerId: id, muted } });
  expect((await mute(true)).data).toEqual({
    muteCustomer: { customer: { id, viewerMuted: true } },
  });
  await mute(true);
  await makeTask(ana, id, { title: "silent", assigneeId: bruno.userId });
  await makeTask(ana, id, { title: "loud", assigneeId: admin.userId });
  expect(await inboxOf(bruno)).toEqual([]);
  expect(await inboxOf(admin)).toHaveLength(1);
  expect((await mute(false)).data).toMatchObject({
    muteCustomer: { customer: { viewerMuted: false } },
  });
  await mute(true);
  await merge(admin, other, [id]);
  await makeTask(ana, other.id, { title: "silent too", assigneeId: bruno.userId });
  expect(await inboxOf(bruno)).toEqual([]);
});

test("the number of unread ones is live", async () => {
  const { id } = await makeCustomer(admin);
  const client = createClient({
    url: `${server.url.replace("http", "ws")}/graphql`,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie: bruno.cookie } });
      }
    },
  });
  const counts: number[] = [];
  const ended = (async () => {
    const query = "subscription { unreadNotifications }";
    for await (const { data } of client.iterate<{ unreadNotifications: number }>({ query }))
      if (data) counts.push(data.unreadNotifications);
  })();
  await until(() => counts.length > 0);
  expect(counts[0]).toBe(0);
  await makeTask(ana, id, { assigneeId: bruno.userId });
  await until(() => counts.at(-1) === 1);
  await bruno.ask(MARK, { input: {} });
  await until(() => counts.at(-1) === 0);
  await client.dispose();
  await ended;
});

test("twenty of them take as many statements as one", async () => {
  const { id } = await makeCustomer(admin);
  for (let at = 0; at < 20; at += 1) await makeTask(ana, id, { assigneeId: bruno.userId });
  const statements = async (first: number) => {
    const answer = await bruno.ask(
      `{ notifications(first: ${first}) { nodes { actor { id } record { ... on Task { title customer { viewerMuted } } } } } }`,
    );
    expect(answer.errors).toBeUndefined();
    return /desc="(\d+)"/.exec(answer.headers.get("server-timing") ?? "")?.[1];
  };
  expect(await statements(20)).toBe(await statements(1));
});
