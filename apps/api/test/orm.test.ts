import sql from "sql-template-tag";
import { SavedView } from "../src/features/views/savedView.entity.js";
import { registry } from "../src/features.js";
import { columnsOf, tableOf } from "../src/platform/database/columns.js";
import { databaseErrorCode } from "../src/platform/database/constraints.js";
import { insertRow, updateRow } from "../src/platform/database/queryBuilder.js";
import { SqlStats } from "../src/platform/database/sqlStats.js";
import { startServer, type TestServer } from "./server.js";

let server: TestServer;
let ownerId: string;
beforeAll(async () => {
  server = await startServer();
  ({ userId: ownerId } = await server.signIn());
});
afterAll(() => server.close());

const view = (name: string) => ({ ownerId, name, query: "", shared: false });
const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`;

test("hand-written SQL uses tables and columns that TypeORM and the database have", async () => {
  const { source } = server.app.database;
  const stored = await server.db.rows<{ table: string; column: string }>(sql`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public'`);
  const names = new Set(stored.map(({ table, column }) => `${table}.${column}`));
  expect(registry.entities.length).toBeGreaterThan(15);
  for (const type of registry.entities) {
    const known = source.getMetadata(type);
    expect(tableOf(type)).toBe(known.tableName);
    const columns = columnsOf(type).map(({ property, column }) => `${property} ${column}`);
    expect(columns.sort()).toEqual(
      known.columns
        .map(({ propertyName, databaseName }) => `${propertyName} ${databaseName}`)
        .sort(),
    );
    const missing = known.columns.filter(
      ({ databaseName }) => !names.has(`${known.tableName}.${databaseName}`),
    );
    expect(missing).toEqual([]);
  }
});

test("TypeORM's statements are counted, and committed or rolled back with the transaction", async () => {
  const stats = new SqlStats();
  const db = server.app.database.db(stats);
  const failed = db.transaction(async (tx) => {
    await insertRow(tx, SavedView, { id: id(1), ...view("lost") });
    expect(await tx.manager.countBy(SavedView, { ownerId })).toBe(1);
    throw new Error("on purpose");
  });
  await expect(failed).rejects.toThrow("on purpose");
  expect(stats.statements).toBe(2);
  expect(await db.manager.countBy(SavedView, { ownerId })).toBe(0);
  expect(stats.statements).toBe(3);
});

test("written rows are instances of their entity, with the values set by the database", async () => {
  const made = await insertRow(server.db, SavedView, { id: id(2), ...view("kept") });
  expect(made).toBeInstanceOf(SavedView);
  expect(made).toMatchObject({ name: "kept", version: 1, createdAt: expect.any(Date) });

  const changed = await updateRow(server.db, SavedView, { id: id(2), version: 1 }, { name: "new" });
  expect(changed).toBeInstanceOf(SavedView);
  expect(changed).toMatchObject({ name: "new", version: 2, ownerId });
  const stale = await updateRow(server.db, SavedView, { id: id(2), version: 1 }, { name: "late" });
  expect(stale).toBeNull();
  expect(await server.db.manager.findOneBy(SavedView, { id: id(2) })).toEqual(changed);
});

test("errors of TypeORM's statements are the driver's, and transactions begin in one place only", async () => {
  await insertRow(server.db, SavedView, { id: id(3), ...view("first") });
  const twice = insertRow(server.db, SavedView, { id: id(3), ...view("second") });
  await expect(twice.catch(databaseErrorCode)).resolves.toBe("23505");
  await expect(server.db.manager.transaction(async () => undefined)).rejects.toThrow(
    "a transaction begins with Db.transaction",
  );
});
