import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { importUntil, planned, ran } from "../import.factory.js";
import { giveUpUndo } from "./runUndo.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer({ limits: { importChunkRows: 500 } });
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

interface Undo {
  deleted: number;
  restored: number;
  kept: number;
  gone: number;
}

async function undoOf(id: string) {
  const { data, errors } = await admin.ask<{
    import: {
      undo: Undo | null;
      kept: { totalCount: number; nodes: { line: number; undo: string | null }[] };
      rows: { nodes: { undo: string | null }[] };
    };
  }>(
    `query ($id: ID!) { import(id: $id) { undo { deleted restored kept gone } rows { nodes { undo } }
      kept: rows(filter: { undo: [EDITED, HAS_RECORDS, CONFLICT] }) { totalCount nodes { line undo customer { id } } } } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.import;
}

const undo = (id: string) =>
  admin.ask("mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }", {
    input: { id },
  });

const query = async <T extends object>(text: string) =>
  (await server.app.database.pool.query<T>(text)).rows;

test("undoing says before what it will do, keeps and lists what was edited since, and says the same after", async () => {
  const known = "Name,City,Email\nOld,Olinda,old@x.example\n";
  await ran(admin, (await planned(admin, "old.csv", known)).id);
  const plan = await planned(
    admin,
    "new.csv",
    "Name,City,Email\nOld,Recife,old@x.example\nFresh,Recife,\nEdited,Recife,\nBusy,Recife,\nGone,Recife,\n",
  );
  expect((await undoOf(plan.id)).undo).toBeNull();
  await ran(admin, plan.id);
  expect((await undoOf(plan.id)).undo).toEqual({ deleted: 4, restored: 1, kept: 0, gone: 0 });

  await query(`UPDATE customers SET notes = 'seen', version = 2 WHERE legal_name = 'Edited'`);
  await query(`UPDATE customers SET deleted_at = now() WHERE legal_name = 'Gone'`);
  await query(
    `INSERT INTO contacts (customer_id, name) SELECT id, 'Ana' FROM customers WHERE legal_name = 'Busy'`,
  );
  const counts = { deleted: 1, restored: 1, kept: 2, gone: 1 };
  const kept = [
    { line: 4, undo: "EDITED" },
    { line: 5, undo: "HAS_RECORDS" },
  ];
  const before = await undoOf(plan.id);
  expect(before.undo).toEqual(counts);
  expect(before.kept).toMatchObject({ totalCount: 2, nodes: kept });
  expect(before.rows.nodes.every((row) => row.undo === null)).toBe(true);

  await undo(plan.id);
  const after = await undoOf(plan.id);
  expect(after.undo).toEqual(counts);
  expect(after.kept).toMatchObject({ totalCount: 2, nodes: kept });
  expect(after.rows.nodes.map((row) => row.undo)).toEqual([
    "RESTORE",
    "DELETE",
    "EDITED",
    "HAS_RECORDS",
    "GONE",
  ]);
  expect(
    await query("SELECT legal_name, city FROM customers WHERE deleted_at IS NULL ORDER BY 1"),
  ).toEqual([
    { legal_name: "Busy", city: "Recife" },
    { legal_name: "Edited", city: "Recife" },
    { legal_name: "Old", city: "Olinda" },
  ]);
});

test("duplicates that were proposed or dismissed do not prevent an undo", async () => {
  const plan = await planned(
    admin,
    "two.csv",
    "Name,City,E-mail\nA,Recife,a@example.com\nB,Recife,a@example.com\n",
  );
  await ran(admin, plan.id);
  const candidates = await admin.ask<{ duplicateCandidates: { totalCount: number } }>(
    "{ duplicateCandidates { totalCount } }",
  );
  expect(candidates.data.duplicateCandidates.totalCount).toBe(1);
  const ids = (await query<{ id: string }>("SELECT id FROM customers")).map(({ id }) => id);
  await admin.ask(
    "mutation ($ids: [ID!]!) { dismissDuplicate(input: { ids: $ids }) { customers { id } } }",
    { ids },
  );
  const counts = { deleted: 2, restored: 0, kept: 0, gone: 0 };
  expect((await undoOf(plan.id)).undo).toEqual(counts);
  await undo(plan.id);
  expect((await undoOf(plan.id)).undo).toEqual(counts);
  expect(await query("SELECT 1 FROM customers")).toEqual([]);
});

test("many rows are reverted in the background, chunk by chunk", async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `Customer ${at},Olinda`);
  const plan = await planned(admin, "many.csv", `Name,City\n${rows.join("\n")}\n`);
  await ran(admin, plan.id);
  await undo(plan.id);
  const { progress } = await importUntil(admin, plan.id, ["UNDONE"]);
  expect(progress).toEqual({ done: 3_000, total: 3_000 });
  expect(await query("SELECT 1 FROM customers")).toEqual([]);
  expect((await undoOf(plan.id)).undo).toEqual({ deleted: 3_000, restored: 0, kept: 0, gone: 0 });
});

test("an undo that failed repeatedly has a message that says so", async () => {
  const { id } = await ran(admin, (await planned(admin, "one.csv", "Name\nOne\n")).id);
  await query(`UPDATE imports SET status = 'UNDOING' WHERE id = '${id}'`);
  await giveUpUndo(server.app, id);
  const { data } = await admin.ask<{ import: object }>(
    "query ($id: ID!) { import(id: $id) { status problem } }",
    { id },
  );
  expect(data.import).toEqual({
    status: "DONE",
    problem: expect.stringMatching(/^Undoing was tried several times/),
  });
});
