import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { registry } from "../../features.js";
import type { Db } from "../../platform/database/db.js";
import { planAnew } from "./engine/plan.js";
import { planned } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const LEAST = 250;

// As many customers as a file has rows, then four times as many.
async function haveCustomers(count: number): Promise<void> {
  await server.asOwner(`
    INSERT INTO customers (legal_name, trade_name, tax_id_country, tax_id_value, tax_id_kind, email)
    SELECT 'Empresa ' || n || ' Ltda', 'Marca ' || n, 'DE', 'DE' || (100000000 + n), 'VAT', n || '@example.com'
    FROM generate_series((SELECT count(*) + 1 FROM customers), ${count}) n;
    INSERT INTO external_ids (record_type, record_id, source, value)
    SELECT 'Customer', id, 'erp', 'A' || number FROM customers c
    WHERE NOT EXISTS (SELECT 1 FROM customer_external_ids e WHERE e.customer_id = c.id);
    ANALYZE`);
}

const number = (n: number) => `C-${String(n).padStart(6, "0")}`;
const FILES: [kind: string, by: string, header: string, row: (n: number) => string][] = [
  [
    "CUSTOMER",
    "e-mail",
    "Legal name,Email,City",
    (n) => `Empresa ${n} Ltda,${n}@example.com,Olinda`,
  ],
  ["CUSTOMER", "name", "Legal name,City", (n) => `Empresa ${n} Ltda,Olinda`],
  ["CONTACT", "tax ID", "Customer tax ID,Contact name", (n) => `DE${100000000 + n},Ana ${n}`],
  ["CONTACT", "trade name", "Customer,Contact name,Primary contact", (n) => `Marca ${n},Ana,yes`],
  [
    "PROJECT",
    "id",
    "Customer external ID,Customer source system,Project name",
    (n) => `A${number(n)},erp,Site ${n}`,
  ],
  [
    "ORDER",
    "number",
    "Customer number,Order number,Order date",
    (n) => `${number(n)},P${n},2026-01-02`,
  ],
  [
    "INVOICE",
    "number, of one customer",
    "Customer number,Invoice number,Invoice date",
    (n) => `${number(1)},N${n},2026-01-02`,
  ],
  [
    "INVOICE",
    "name and tax ID",
    "Customer,Customer tax ID,Invoice number,Invoice date",
    (n) => `Empresa ${n} Ltda,DE${100000000 + n},N${n},2026-01-02`,
  ],
];

/** How many rows `work` reads of the tables whose names are alike. */
async function readBy(tx: Db, tables: string, work: () => Promise<unknown>): Promise<number> {
  // The counters also hold what the connection did in earlier transactions, until it reports that, once a second.
  const counted = async () => {
    const read = await tx.row<{ rows: number }>(sql`
      SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int AS rows
      FROM pg_stat_xact_all_tables WHERE relname LIKE ${tables} AND relname NOT LIKE 'pg_%'`);
    return read?.rows ?? 0;
  };
  const before = await counted();
  await work();
  return (await counted()) - before;
}

/** The rows of tables that are read to plan an import. */
async function readsOf(kind: string, csv: string): Promise<number> {
  const { id, counts } = await planned(admin, "scale.csv", csv, kind);
  expect(counts?.error).toBe(0);
  const importer = registry.importers.get(kind);
  if (!importer) throw new Error(`nothing imports ${kind}`);
  const reads = await server.db.transaction(async (tx) => {
    // As before every plan; otherwise the result depends on when the database last analyzed the table.
    await tx.execute(sql`ANALYZE import_rows (import_id, line)`);
    const plan = { importId: id, matchKey: "AUTO" as const, rules: {} };
    return readBy(tx, "%", () => planAnew(tx, importer.table, plan, null));
  });
  // A small table is read as a whole: the rows of this import must not count for the next ones.
  await server.asOwner(`DELETE FROM imports WHERE id = '${id}'`);
  return reads;
}

// Sixteen files go through a whole import.
test("planning reads so much for each row, however many rows and customers there are", async () => {
  const reads: Record<string, number[]> = {};
  for (const rows of [LEAST, 4 * LEAST]) {
    await haveCustomers(rows);
    for (const [kind, by, header, row] of FILES) {
      const lines = Array.from({ length: rows }, (_, at) => row(at + 1));
      const name = `${kind} by ${by}`;
      reads[name] = [...(reads[name] ?? []), await readsOf(kind, [header, ...lines].join("\n"))];
    }
  }
  const grown = Object.entries(reads).map(([name, [few = 0, many = 0]]) => ({
    name,
    times: many / few,
  }));
  expect(grown.filter(({ times }) => !(times < 6))).toEqual([]);
});

test("planning looks the import itself up a few times, and not for each row", async () => {
  const rows = Array.from({ length: LEAST }, (_, at) => `Nova ${at},Olinda`);
  const { id } = await planned(admin, "few.csv", ["Legal name,City", ...rows].join("\n"));
  const importer = registry.importers.get("CUSTOMER");
  if (!importer) throw new Error("nothing imports customers");
  const plan = { importId: id, matchKey: "AUTO" as const, rules: {} };
  const read = await server.db.transaction((tx) =>
    readBy(tx, "imports", () => planAnew(tx, importer.table, plan, null)),
  );
  expect(read).toBeLessThan(10);
});

test("the rows of an import and their plan go with it", async () => {
  const { id } = await planned(admin, "gone.csv", "Legal name,City\nUma,Recife\n");
  await server.asOwner(`DELETE FROM imports WHERE id = '${id}'`);
  const left = await server.db.rows(sql`
    SELECT line FROM import_rows WHERE import_id = ${id}::uuid
    UNION ALL SELECT line FROM import_plan WHERE import_id = ${id}::uuid`);
  expect(left).toEqual([]);
});
