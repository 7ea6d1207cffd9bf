import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { line } from "../documents/line.factory.js";
import { outcomes, sendItems } from "./upsert.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const BATCHES = 8;
const ITEMS = 25;
const MAX_TRIES = 20;

/** Ends the connection of each third call in the middle of its statements: when its lines are written. */
const endEachThirdConnection = () =>
  server.asOwner(`
    CREATE SEQUENCE written_calls;
    GRANT USAGE ON SEQUENCE written_calls TO PUBLIC;
    CREATE FUNCTION end_connection() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('written_calls') % 3 = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN NULL;
      END $$;
    CREATE TRIGGER end_connection AFTER INSERT ON invoice_lines
      FOR EACH STATEMENT EXECUTE FUNCTION end_connection()`);

const batchOf = (batch: number) =>
  Array.from({ length: ITEMS }, (_, n) => ({
    externalId: `b${batch}-${n}`,
    number: `K ${batch * ITEMS + n}`,
    customer: { externalId: "killed" },
    status: "AUTHORIZED",
    currency: "EUR",
    lines: Array.from({ length: 4 }, (_line, nth) => line(`Line ${nth}`, "1", "10.00")),
  }));

let sentAgain = 0;

/** Sends a batch until it is answered, as a service does. */
async function push(batch: number): Promise<string[]> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const { data, errors } = await sendItems(admin, "Invoices", batchOf(batch));
    if (!errors) return outcomes(data.upsertInvoices?.results ?? []);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UNAVAILABLE"]);
    sentAgain += 1;
  }
  throw new Error(`batch ${batch} was not answered`);
}

test("of invoices pushed over connections that end, and repeated late, none is lost or doubled", async () => {
  await makeCustomer(admin, { externalIds: [{ source: "billing", value: "killed" }] });
  await endEachThirdConnection();
  const queue = [...Array.from({ length: BATCHES }, (_, batch) => batch), 0, 3, 5];
  const results: string[] = [];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift())
        results.push(...(await push(batch)));
    }),
  );
  expect(sentAgain).toBeGreaterThan(2);
  const count = (status: string) => results.filter((one) => one === status).length;
  expect([count("CREATED"), count("UNCHANGED")]).toEqual([BATCHES * ITEMS, 3 * ITEMS]);
  const { rows } = await server.app.database.pool.query(`SELECT
    (SELECT count(*)::int FROM invoices) AS invoices, (SELECT count(*)::int FROM invoice_lines) AS lines,
    (SELECT count(*)::int FROM external_ids WHERE record_type = 'Invoice') AS ids,
    (SELECT count(*)::int FROM activity WHERE record_type = 'Invoice') AS entries`);
  const invoices = BATCHES * ITEMS;
  expect(rows).toEqual([{ invoices, lines: invoices * 4, ids: invoices, entries: invoices }]);
});
