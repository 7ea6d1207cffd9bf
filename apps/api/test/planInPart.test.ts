import fc from "fast-check";
import sql from "sql-template-tag";
import { contactImporter } from "../src/features/contacts/contact.importer.js";
import { customerImportTable } from "../src/features/customers/spreadsheet/customerImportTable.js";
import { planAnew } from "../src/features/imports/engine/plan.js";
import type { Db } from "../src/platform/database/db.js";
import type { ImportPlan } from "../src/platform/sheets/importer.js";
import type { ImportTable } from "../src/platform/sheets/importTable.js";
import { startServer, type TestServer } from "./server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const RUNS = { numRuns: Number(process.env.PLANS ?? 12), endOnFailure: true };
const ID = "01939d6f-7c00-7000-8000-00000000000";
const IMPORT = `${ID}0`;
/** The record that rows are decided to update, where they may mean it. */
const DECIDED = `${ID}5`;

type Values = Record<string, unknown>;

interface Row {
  values: Values;
  faulty: boolean;
  leftOut: boolean;
  decision: "CREATE" | "UPDATE" | null;
}

// So few different values that rows meet one another in every way.
const some = (...values: unknown[]) => fc.constantFrom(null, ...values);
// Keys that are surer than others are seldom there, so that the others decide too.
const seldom = (...values: unknown[]) => fc.constantFrom(null, null, null, null, ...values);
const rowOf = (values: fc.Arbitrary<Values>): fc.Arbitrary<Row> =>
  fc.record({
    values: values.map((all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)),
    ),
    faulty: fc.integer({ max: 7, min: 0 }).map((at) => at === 0),
    leftOut: fc.integer({ max: 5, min: 0 }).map((at) => at === 0),
    decision: fc.constantFrom(null, null, "CREATE", "UPDATE"),
  });

function idsOf(values: readonly unknown[]) {
  const given = values.filter((value) => value !== null).sort();
  return given.length === 0
    ? null
    : given.map((value) => ({ source: "import", value, field: "externalId" }));
}

const customer: fc.Arbitrary<Values> = fc
  .record({
    legal_name: fc.constantFrom("Ana", "Bob", "Eva"),
    postal_code: some("1"),
    tax_id_value: seldom("11", "22", "33"),
    email: some("a@x", "b@x", "c@x"),
    phone: seldom("+5511987654321", "+5511987654322"),
    number: seldom("N-1", "N-2", "N-3"),
    external_ids: fc.uniqueArray(seldom("e1", "e2", "e3"), { maxLength: 2 }),
    city: fc.constantFrom("Porto", "Lisboa"),
  })
  .map((values) => ({
    ...values,
    tax_id_country: values.tax_id_value === null ? null : "BR",
    external_ids: idsOf(values.external_ids),
  }));

const person: fc.Arbitrary<Values> = fc.record({
  customer_name: some("Padaria", "Mercado", "Nobody"),
  customer_number: seldom("N-2"),
  name: fc.constantFrom("Ana", "Bob", "Eva"),
  email: some("a@x", "b@x"),
  is_primary: some(true, false),
  id: some(`${ID}5`, `${ID}6`),
  job_title: some("Boss"),
});

async function stageRow(
  db: Db,
  line: number,
  { values, faulty, leftOut, decision }: Row,
): Promise<void> {
  await db.execute(sql`
    INSERT INTO import_rows (import_id, line, cells, "values", faulty, left_out, decision, decided_id)
    VALUES (${IMPORT}::uuid, ${line}, '[]', ${JSON.stringify(values)}::jsonb, ${faulty}, ${leftOut}, ${decision},
      CASE ${decision}::text WHEN 'UPDATE' THEN ${DECIDED}::uuid END)
    ON CONFLICT (import_id, line) DO UPDATE
    SET "values" = excluded."values", faulty = excluded.faulty, left_out = excluded.left_out,
      decision = excluded.decision, decided_id = excluded.decided_id`);
}

async function begin(records: readonly Values[], rows: readonly Row[]): Promise<void> {
  await server.asOwner("TRUNCATE customers, external_ids, contacts, imports, files CASCADE");
  await server.asOwner(`
    INSERT INTO files (id, name, media_type, size, sha256) VALUES ('${ID}1', 'x.csv', 'text/csv', 1, repeat('0', 64));
    INSERT INTO imports (id, record_type, status, file_id, file_name) VALUES ('${IMPORT}', 'CUSTOMER', 'CHECKING', '${ID}1', 'x.csv')`);
  for (const [at, one] of records.entries()) {
    await server.db.execute(sql`
      WITH made AS (
        INSERT INTO customers (id, legal_name, postal_code, tax_id_country, tax_id_kind, tax_id_value, email, phone, number, city, country)
        SELECT ${`${ID}${at + 4}`}::uuid, v.legal_name, v.postal_code, v.tax_id_country, CASE WHEN v.tax_id_value IS NOT NULL THEN 'CNPJ' END,
          v.tax_id_value, v.email, v.phone, coalesce(v.number, next_customer_number()), v.city, 'BR'
        FROM jsonb_to_record(${JSON.stringify(one)}::jsonb) AS v (legal_name text, postal_code text, tax_id_country text,
          tax_id_value text, email text, phone text, number text, city text)
        ON CONFLICT DO NOTHING RETURNING id
      )
      INSERT INTO external_ids (record_type, record_id, source, value)
      SELECT 'Customer', id, e.source, e.value FROM made
      CROSS JOIN jsonb_to_recordset(${JSON.stringify(one.external_ids ?? [])}::jsonb) AS e (source text, value text)
      ON CONFLICT DO NOTHING`);
  }
  for (const [at, row] of rows.entries()) await stageRow(server.db, at + 2, row);
}

class Undone extends Error {}

async function planOf(table: ImportTable, plan: ImportPlan): Promise<unknown> {
  let rows: unknown;
  await server.db
    .transaction(async (tx) => {
      await planAnew(tx, table, plan, null);
      rows = await seen(tx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return rows;
}

const seen = (db: Db) =>
  db.rows(sql`
    SELECT line, class, CASE WHEN class <> 'NEW' THEN record_id END AS record_id, record_version, parent_id, changes, candidates, issues
    FROM import_plan WHERE import_id = ${IMPORT}::uuid ORDER BY line`);

/** Changes rows step by step; after each, the part that was planned again has to make it all as if it were planned whole. */
async function follow(
  table: ImportTable,
  plan: ImportPlan,
  steps: readonly (readonly (readonly [number, Row])[])[],
): Promise<number> {
  let parts = 0;
  await server.db.transaction((tx) => planAnew(tx, table, plan, null));
  for (const step of steps) {
    for (const [at, row] of step) await stageRow(server.db, at + 2, row);
    const lines = step.map(([at]) => at + 2);
    const whole = await server.db.transaction((tx) => planAnew(tx, table, plan, lines));
    if (!whole) parts += 1;
    expect(await seen(server.db)).toEqual(await planOf(table, plan));
  }
  return parts;
}

const ROWS = 14;
const stepsOf = (row: fc.Arbitrary<Row>) =>
  fc.array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: ROWS - 1 }), row), {
      minLength: 1,
      maxLength: 2,
    }),
    { minLength: 4, maxLength: 6 },
  );
const rowsOf = (row: fc.Arbitrary<Row>) => fc.array(row, { minLength: ROWS, maxLength: ROWS });

test("customers: planning what a change can touch comes to what planning all does", async () => {
  const row = rowOf(customer);
  let parts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(customer, { minLength: 2, maxLength: 5 }),
      rowsOf(row),
      stepsOf(row),
      fc.constantFrom("AUTO", "AUTO", "EMAIL", "NAME", "TAX_ID"),
      fc.constantFrom<ImportPlan["rules"]>({}, { city: "NEVER" }),
      async (records, rows, steps, matchKey, rules) => {
        await begin(records, rows);
        parts += await follow(customerImportTable, { importId: IMPORT, matchKey, rules }, steps);
      },
    ),
    RUNS,
  );
  expect(parts).toBeGreaterThan(RUNS.numRuns);
});

test("contacts, of whom one alone is the primary one: the same", async () => {
  const row = rowOf(person);
  let parts = 0;
  await fc.assert(
    fc.asyncProperty(
      rowsOf(row),
      stepsOf(row),
      fc.constantFrom("AUTO", "EMAIL", "NAME"),
      async (rows, steps, matchKey) => {
        await begin([], rows);
        await server.asOwner(`
          INSERT INTO customers (id, number, legal_name, country) VALUES ('${ID}2', 'N-2', 'Padaria', 'BR'), ('${ID}3', 'N-3', 'Mercado', 'BR');
          INSERT INTO contacts (id, customer_id, name, email, is_primary) VALUES
            ('${ID}5', '${ID}2', 'Ana', 'a@x', true), ('${ID}6', '${ID}2', 'Bob', NULL, false), ('${ID}8', '${ID}2', 'Bob', NULL, false), ('${ID}7', '${ID}3', 'Eva', NULL, true)`);
        const plan: ImportPlan = { importId: IMPORT, matchKey, rules: {} };
        parts += await follow(contactImporter.table, plan, steps);
      },
    ),
    RUNS,
  );
  expect(parts).toBeGreaterThan(RUNS.numRuns);
});
