import sql from "sql-template-tag";
import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { COPY_NOTES_OF_THE_HISTORY } from "../../migrations/1764000000186-notes-of-the-history.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { merge, ownersOf, undo } from "../merges/merge.factory.js";
import { makeNote } from "./note.factory.js";

let server: TestServer;
let admin: Caller;
let sales: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  sales = await server.signIn("sales");
});
afterAll(() => server.close());

const FIELDS = "id version text pinned createdBy { id } mentions { id } customer { id }";
const ADD = `mutation ($input: AddNoteInput!) {
  addNote(input: $input) { note { ${FIELDS} } activity { action note recordType recordId } }
}`;
const UPDATE = `mutation ($input: UpdateNoteInput!) { updateNote(input: $input) { note { ${FIELDS} } } }`;
const PIN =
  "mutation ($input: PinNoteInput!) { pinNote(input: $input) { note { version pinned } } }";
const LIST = `query ($id: ID!, $filter: NoteFilter, $orderBy: NoteOrder) {
  customer(id: $id) { noteEntries(filter: $filter, orderBy: $orderBy) { totalCount nodes { id text } } }
}`;
const HISTORY = `query ($id: ID!) {
  auditLog(filter: { recordId: $id }) { nodes { action recordType changes { field old new } } }
}`;

interface Note {
  id: string;
  version: number;
  text: string;
  pinned: boolean;
  createdBy: { id: string } | null;
  mentions: { id: string }[];
  customer: { id: string };
}

async function notesOf(id: string, variables: object = {}): Promise<string[]> {
  const { data, errors } = await admin.ask<{
    customer: { noteEntries: { nodes: { text: string }[] } };
  }>(LIST, { id, ...variables });
  expect(errors).toBeUndefined();
  return data.customer.noteEntries.nodes.map(({ text }) => text);
}

test("a new note is a record of its own, and an entry of the customer's history", async () => {
  const { id } = await makeCustomer(admin);
  const { data, errors } = await sales.ask<{ addNote: { note: Note; activity: object } }>(ADD, {
    input: {
      customerId: id,
      text: " Call @admin\r\nhttps://example.com ",
      mentionIds: [admin.userId, admin.userId.toUpperCase()],
    },
  });
  expect(errors).toBeUndefined();
  expect(data.addNote.note).toMatchObject({
    version: 1,
    text: "Call @admin\nhttps://example.com",
    pinned: false,
    createdBy: { id: sales.userId },
    mentions: [{ id: admin.userId }],
    customer: { id },
  });
  expect(data.addNote.activity).toEqual({
    action: "note_added",
    note: "Call @admin\nhttps://example.com",
    recordType: "CUSTOMER",
    recordId: id,
  });
  expect(await notesOf(id)).toEqual(["Call @admin\nhttps://example.com"]);
});

test("a note is edited at the version that was read, and the history keeps what it said", async () => {
  const { id } = await makeCustomer(admin);
  const note = await makeNote(sales, id, { text: "Pays on Fridays" });
  const edit = (version: number, input: object) =>
    admin.ask<{ updateNote: { note: Note } }>(UPDATE, {
      input: { id: note.id, version, ...input },
    });
  const edited = await edit(1, { text: "Pays on Mondays", mentionIds: [sales.userId] });
  expect(edited.data.updateNote.note).toMatchObject({
    version: 2,
    text: "Pays on Mondays",
    createdBy: { id: sales.userId },
    mentions: [{ id: sales.userId }],
  });
  const stale = await edit(1, { text: "Never pays" });
  expect(codeOf(stale)).toBe("CONFLICT");
  const { data } = await admin.ask<{
    auditLog: { nodes: { action: string; changes: { field: string }[] }[] };
  }>(HISTORY, { id: note.id });
  expect(data.auditLog.nodes.map(({ action }) => action)).toEqual(["updated", "created"]);
  expect(data.auditLog.nodes[0]?.changes).toContainEqual({
    field: "text",
    old: "Pays on Fridays",
    new: "Pays on Mondays",
  });
});

test("people who are mentioned can sign in, but for those who were mentioned before they left", async () => {
  const { id } = await makeCustomer(admin);
  const leaving = await server.signIn("sales");
  const mention = (ids: string[]) =>
    admin.ask(ADD, { input: { customerId: id, text: "x", mentionIds: ids } });
  expect(issuesOf(await mention([admin.userId, NO_ID]))).toEqual(["mentionIds.1 unknown_user"]);
  expect(issuesOf(await mention(["nobody"]))).toEqual(["mentionIds.0 invalid_id"]);
  const note = await makeNote(admin, id, { mentionIds: [leaving.userId] });
  await server.asOwner(`UPDATE users SET disabled_at = now() WHERE id = '${leaving.userId}'`);
  expect(issuesOf(await mention([leaving.userId]))).toEqual(["mentionIds.0 unknown_user"]);
  const edited = await admin.ask<{ updateNote: { note: Note } }>(UPDATE, {
    input: { id: note.id, version: 1, text: "y", mentionIds: [leaving.userId] },
  });
  expect(edited.data.updateNote.note.mentions).toEqual([{ id: leaving.userId }]);
});

test("notes are pinned, filtered and sorted", async () => {
  const { id } = await makeCustomer(admin);
  const first = await makeNote(admin, id, { text: "Entrega às terças" });
  await makeNote(admin, id, { text: "Portão azul" });
  await makeNote(admin, id, { text: "Já vem fixada", pinned: true });
  const pin = (input: object) =>
    admin.ask<{ pinNote: { note: { version: number; pinned: boolean } } }>(PIN, { input });
  const pinned = await pin({ id: first.id });
  expect(pinned.data.pinNote.note).toEqual({ version: 2, pinned: true });
  expect(await notesOf(id)).toEqual(["Já vem fixada", "Portão azul", "Entrega às terças"]);
  expect(await notesOf(id, { filter: { pinned: true } })).toEqual([
    "Já vem fixada",
    "Entrega às terças",
  ]);
  expect(await notesOf(id, { filter: { search: "as tercas" } })).toEqual(["Entrega às terças"]);
  expect(await notesOf(id, { orderBy: { field: "CREATED_AT" } })).toEqual([
    "Entrega às terças",
    "Portão azul",
    "Já vem fixada",
  ]);
  const again = await pin({ id: first.id });
  expect(again.data.pinNote.note.version).toBe(2);
  await pin({ id: first.id, pinned: false });
  expect(await notesOf(id, { filter: { pinned: true } })).toEqual(["Já vem fixada"]);
});

test("a deleted note is restored from the trash", async () => {
  const { id } = await makeCustomer(admin);
  const note = await makeNote(admin, id, { text: "Gone\nand back" });
  const { errors } = await admin.ask(
    "mutation ($id: ID!) { deleteNote(input: { id: $id, version: 1 }) { note { id } } }",
    { id: note.id },
  );
  expect(errors).toBeUndefined();
  expect(await notesOf(id)).toEqual([]);
  const trash = await admin.ask<{ deletedRecords: { nodes: object[] } }>(
    "{ deletedRecords(filter: { recordType: [NOTE] }) { nodes { id name recordType } } }",
  );
  expect(trash.data.deletedRecords.nodes).toEqual([
    { id: note.id, name: "Gone", recordType: "NOTE" },
  ]);
  await admin.ask("mutation ($id: ID!) { restoreNote(input: { id: $id }) { note { id } } }", {
    id: note.id,
  });
  expect(await notesOf(id)).toEqual(["Gone\nand back"]);
});

test("everyone but viewers writes notes", async () => {
  const { id } = await makeCustomer(admin);
  const { id: noteId } = await makeNote(admin, id);
  for (const role of ["sales", "finance", "projects"] as const) {
    await makeNote(await server.signIn(role), id);
  }
  const viewer = await server.signIn("viewer");
  const refused: Answer<unknown>[] = [
    await viewer.ask(ADD, { input: { customerId: id, text: "x" } }),
    await viewer.ask(UPDATE, { input: { id: noteId, version: 1, text: "x" } }),
    await viewer.ask(PIN, { input: { id: noteId } }),
  ];
  expect(refused.map(codeOf)).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]);
  const read = await viewer.ask<{ customer: { noteEntries: { totalCount: number } } }>(LIST, {
    id,
  });
  expect(read.data.customer.noteEntries.totalCount).toBe(4);
});

test("the migration copies what the history holds, to the customers that merged ones are now", async () => {
  const survivor = await makeCustomer(admin);
  const other = await makeCustomer(admin);
  const third = await makeCustomer(admin);
  const written = async (customerId: string, text: string | null, at: string) =>
    server.asOwner(`
      INSERT INTO activity (customer_id, record_type, record_id, action, note, actor_kind, actor_id, actor_name, created_at)
      VALUES ('${customerId}', 'Customer', '${customerId}', 'note_added', ${text === null ? "NULL" : `'${text}'`},
        'USER', '${sales.userId}', 'sales', '${at}')`);
  await written(survivor.id, "of the survivor", "2025-01-01T10:00:00Z");
  await written(other.id, "of the other", "2025-02-01T10:00:00Z");
  await written(other.id, null, "2025-03-01T10:00:00Z");
  // The other is merged into the third customer, and that one into the survivor.
  const { data: first } = await merge(admin, third, [other.id]);
  const { data: second } = await merge(admin, survivor, [third.id]);

  await server.asOwner("DELETE FROM notes");
  await server.asOwner(COPY_NOTES_OF_THE_HISTORY);
  const rows = await server.db.rows<{ id: string }>(sql`
    SELECT id, customer_id AS "customerId", text, pinned, created_by_id AS "createdById", created_at AS "createdAt"
    FROM notes WHERE text LIKE 'of the %' ORDER BY created_at`);
  const copied = { customerId: survivor.id, pinned: false, createdById: sales.userId };
  expect(rows).toMatchObject([
    { ...copied, text: "of the survivor", createdAt: new Date("2025-01-01T10:00:00Z") },
    { ...copied, text: "of the other", createdAt: new Date("2025-02-01T10:00:00Z") },
  ]);
  const owners = () =>
    ownersOf(
      admin,
      rows.map(({ id }) => id),
    );
  await undo(admin, second.mergeCustomers.merge.id);
  expect(await owners()).toEqual([survivor.id, third.id]);
  await undo(admin, first.mergeCustomers.merge.id);
  expect(await owners()).toEqual([survivor.id, other.id]);
});
