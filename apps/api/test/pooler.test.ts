import { pino } from "pino";
import sql from "sql-template-tag";
import { preparePooler, refusePooler } from "../src/platform/database/connections/pooler.js";
import { prepareServing } from "../src/platform/database/connections/servingLogin.js";
import { type Database, openDatabase } from "../src/platform/database/database.js";
import { type FreshDatabase, freshDatabase } from "./setup/database.js";

const log = pino({ level: "silent" });
const opened: Database[] = [];

let database: FreshDatabase;
let servingUrl: string;

beforeAll(async () => {
  database = await freshDatabase();
  const owner = await openDatabase({ url: database.url, log });
  opened.push(owner);
  servingUrl = await prepareServing(owner.pool, {
    ownerUrl: database.url,
    servingUrl: undefined,
    appendOnly: {},
    log,
  });
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await database.drop();
});

/** The URL without a user, as DATABASE_POOLER_URL usually is. */
function withoutUser(): URL {
  const url = new URL(servingUrl);
  url.username = "";
  url.password = "";
  return url;
}

test("through a pooler no statement is prepared, and the role limits their time", async () => {
  const poolerUrl = await preparePooler({ poolerUrl: withoutUser().href, servingUrl });
  const preparedBy = async (pooled: string | undefined) => {
    const opening = await openDatabase({ url: servingUrl, poolerUrl: pooled, serves: true, log });
    opened.push(opening);
    const db = opening.db();
    await db.rows(sql`SELECT count(*) FROM customers`);
    const { rows } = await opening.pool.query({ name: "by a library", text: "SELECT 1 AS one" });
    expect(rows).toEqual([{ one: 1 }]);
    return db.transaction(async (inside) => {
      await inside.rows(sql`SELECT count(*) FROM customers`);
      return inside.row(sql`
        SELECT (SELECT count(*) FROM pg_prepared_statements)::int AS prepared,
          current_setting('statement_timeout') AS "timeLimit"`);
    });
  };
  expect(await preparedBy(undefined)).toEqual({ prepared: expect.any(Number), timeLimit: "30s" });
  expect(await preparedBy(undefined)).not.toMatchObject({ prepared: 0 });
  expect(await preparedBy(poolerUrl)).toEqual({ prepared: 0, timeLimit: "30s" });
});

test("a pooler that leads elsewhere, does not answer or signs in as another user is refused", async () => {
  const other = await freshDatabase();
  const elsewhere = withoutUser();
  elsewhere.pathname = new URL(other.url).pathname;
  await expect(preparePooler({ poolerUrl: elsewhere.href, servingUrl })).rejects.toThrow(
    /leads to another database than DATABASE_URL/,
  );
  const closed = withoutUser();
  closed.port = "1";
  await expect(preparePooler({ poolerUrl: closed.href, servingUrl })).rejects.toThrow(
    /The connection pooler at \S+ does not answer .* Check DATABASE_POOLER_URL/,
  );
  await expect(preparePooler({ poolerUrl: database.url, servingUrl })).rejects.toThrow(
    /The user \w+ of DATABASE_POOLER_URL is not clientela_app_/,
  );
  await other.drop();
});

test("a database server itself is not taken for a pooler", async () => {
  await expect(refusePooler(database.url)).resolves.toBeUndefined();
});
