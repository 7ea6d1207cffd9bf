import pg from "pg";
import { freshDatabase } from "./database.js";

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
