import pg from "pg";
import { pino } from "pino";
import sql from "sql-template-tag";
import { migrations } from "../src/migrations.js";
import { migrate, openDatabase } from "../src/platform/database/database.js";
import type { Db } from "../src/platform/database/db.js";
import { SqlStats } from "../src/platform/database/sqlStats.js";
import { emptyDatabase, freshDatabase, runAlone } from "./setup/database.js";

test("two fresh databases share nothing, and are gone after drop", async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  const client = new pg.Client(one.url);
  await client.connect();
  await client.query("CREATE TABLE mark (n int)");
  await client.end();

  const other = new pg.Client(two.url);
  await other.connect();
  const { rows } = await other.query("SELECT to_regclass('mark') AS mark");
  expect(rows).toEqual([{ mark: null }]);
  await other.end();

  await Promise.all([one.drop(), two.drop()]);
  await expect(new pg.Client(one.url).connect()).rejects.toThrow("does not exist");
});

test("processes that start at once on an empty database migrate it once", async () => {
  const { url, drop } = await emptyDatabase();
  const log = pino({ level: "silent" });
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url, log })));
  await Promise.all(opened.map(migrate));

  const [first] = opened;
  const done = await first?.pool.query("SELECT name FROM migrations ORDER BY timestamp");
  expect(done?.rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  const index = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'files_sha256_idx'::regclass";
  expect((await first?.pool.query(index))?.rows).toEqual([{ indisvalid: true }]);
  await Promise.all(opened.map((database) => database.close()));
  await drop();
});

test("data migrated by a newer version is not touched", async () => {
  const { url, drop } = await freshDatabase();
  await runAlone(
    url,
    "INSERT INTO migrations (timestamp, name) VALUES (1999000000001, 'Tomorrow1999000000001')",
  );
  const database = await openDatabase({ url, log: pino({ level: "silent" }) });
  await expect(migrate(database)).rejects.toThrow(
    "The data is newer than this Clientela: a later version has changed the database (Tomorrow1999000000001).",
  );
  await database.close();
  await drop();
});

test("the stack of a failed statement leads to its caller, in a transaction and outside", async () => {
  const { url, drop } = await emptyDatabase();
  const database = await openDatabase({ url, log: pino({ level: "silent" }) });
  const db = database.db(new SqlStats());
  async function whoAsks(by: Db): Promise<string | undefined> {
    const error = await by.rows(sql`SELECT 1 / 0`).catch((refusal: unknown) => refusal);
    return error instanceof Error ? error.stack : undefined;
  }
  for (const stack of [await whoAsks(db), await db.transaction(whoAsks)])
    expect(stack).toMatch(/division by zero[\s\S]*whoAsks/);
  await database.close();
  await drop();
});
