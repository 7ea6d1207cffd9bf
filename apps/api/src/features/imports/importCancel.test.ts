import pg from "pg";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { WAITING_FOR_CUSTOMERS } from "../../../test/support/locks.js";
import { importUntil, planned, upload } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer({ limits: { importChunkRows: 2 } });
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const step = async (name: string, input: object) => {
  const { errors } = await admin.ask(
    `mutation ($input: ${name === "updateImport" ? "UpdateImportInput" : "ImportIdInput"}!) { ${name}(input: $input) { import { id } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
};

const FILE =
  "Legal name,City,External ID,Source system\nUm,Recife,1,erp\nDois,Natal,2,erp\nTrês,Olinda,3,erp\n";

/** Blocks the statements of imports, as a long one would. */
async function holdStatements() {
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  await client.query("BEGIN; LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");
  const waiting = async () => {
    const { rows } = await client.query(`SELECT 1 FROM ${WAITING_FOR_CUSTOMERS}`);
    return rows.length;
  };
  return {
    async untilWaiting(count: number) {
      while ((await waiting()) !== count);
    },
    async letGo() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

async function begin(fileId: string): Promise<string> {
  const { data } = await admin.ask<{ createImport: { import: { id: string } } }>(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
    { input: { fileId, recordType: "CUSTOMER" } },
  );
  return data.createImport.import.id;
}

const customers = async () =>
  (await server.app.database.pool.query("SELECT legal_name FROM customers ORDER BY 1")).rows;

test("a check that is cancelled ends in the middle of its statement", async () => {
  const fileId = await upload(admin, "check.csv", FILE);
  const held = await holdStatements();
  const id = await begin(fileId);
  await held.untilWaiting(1);
  await step("cancelImport", { id });
  expect((await importUntil(admin, id, ["CANCELLED"])).status).toBe("CANCELLED");
  await held.untilWaiting(0);
  await held.letGo();
  expect((await importUntil(admin, id, ["CANCELLED"])).counts?.total).toBe(0);
});

test("a check of what has changed since ends in the middle of its statement", async () => {
  const fileId = await upload(admin, "again.csv", FILE);
  const held = await holdStatements();
  const id = await begin(fileId);
  await held.untilWaiting(1);
  await step("updateImport", { id, columns: [{ index: 1, field: null }] });
  await held.untilWaiting(0);
  await held.untilWaiting(1);
  await held.letGo();
  const { counts, columns } = await importUntil(admin, id, ["READY"]);
  expect(counts?.new).toBe(3);
  expect(columns[1]?.field).toBeNull();
});

test("a chunk that is cancelled while it is written is as if it had not begun", async () => {
  const { id } = await planned(admin, "run.csv", FILE);
  const before = await customers();
  const held = await holdStatements();
  await step("runImport", { id });
  await held.untilWaiting(1);
  await step("cancelImport", { id });
  const { status, result } = await importUntil(admin, id, ["CANCELLED"]);
  expect(status).toBe("CANCELLED");
  expect(result).toMatchObject({ created: 0, skipped: 3 });
  await held.untilWaiting(0);
  await held.letGo();
  expect(await customers()).toEqual(before);
});

test("a statement that something else cancels is tried again", async () => {
  const { id } = await planned(
    admin,
    "other.csv",
    "Legal name,City,External ID,Source system\nVier,Recife,4,erp\n",
  );
  const held = await holdStatements();
  await step("runImport", { id });
  await held.untilWaiting(1);
  await server.asOwner(`SELECT pg_cancel_backend(pid) FROM ${WAITING_FOR_CUSTOMERS}`);
  await held.untilWaiting(0);
  await held.letGo();
  expect((await importUntil(admin, id, ["DONE"])).result?.created).toBe(1);
});
