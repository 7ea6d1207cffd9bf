import sql from "sql-template-tag";
import { Random } from "../../src/demo/random.js";
import { makeCustomer } from "../../src/features/customers/customer.factory.js";
import { changed, importUntil, planned, ran } from "../../src/features/imports/import.factory.js";
import { type Caller, startServer, type TestServer } from "../server.js";
import { CUSTOMERS, type MadeInvoice, randomDocuments } from "./randomDocuments.js";

// SEED says which; `node --run random-sheets` imports 300 of them.
const IS_WHOLE = process.env.NODE_RUN_SCRIPT_NAME === "random-sheets";
const COUNT = IS_WHOLE ? Number(process.env.IMPORTED ?? 300) : 6;
const SEED = process.env.SEED ?? String(Date.now());

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  // Chunks that end within an invoice.
  server = await startServer({ limits: { importChunkRows: 3 } });
  admin = await server.signIn("admin");
  for (const legalName of CUSTOMERS) await makeCustomer(admin, { legalName });
}, 60_000);
afterAll(() => server.close());

// The order of a file's columns and rows is not that of the lines that were meant: lines are compared as a set.
const inOrder = <T>(lines: readonly T[]) => lines.map((line) => JSON.stringify(line)).toSorted();

const meant = ({ lines, ...invoice }: MadeInvoice) => ({
  ...invoice,
  total: lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0),
  lines: inOrder(
    lines.map(({ description, quantity, unitPrice }) => [description, quantity, unitPrice]),
  ),
});

async function stored(prefix: string) {
  const rows = await server.db.rows<{
    number: string;
    customer: string;
    issuedOn: string;
    currency: string;
    total: number;
    lines: unknown[];
  }>(sql`
    SELECT i.number, c.legal_name AS customer, i.issued_on::text AS "issuedOn", i.currency, (i.total * 100)::int AS total,
      (SELECT jsonb_agg(jsonb_build_array(l.description, l.quantity::int, (l.unit_price * 100)::int))
        FROM invoice_lines l WHERE l.invoice_id = i.id) AS lines
    FROM invoices i JOIN customers c ON c.id = i.customer_id
    WHERE starts_with(i.number, ${`${prefix}-`}) ORDER BY i.number`);
  return rows.map(({ lines, ...invoice }) => ({ ...invoice, lines: inOrder(lines) }));
}

test(
  "invoices come in with their lines, amounts and days as they were meant, and what is none of them is named",
  async () => {
    for (let at = 0; at < COUNT; at += 1) {
      const prefix = `R${at}`;
      const file = randomDocuments(new Random(SEED).fork(at), prefix);
      let plan = await planned(admin, file.name, file.contents, "INVOICE");
      if (file.isEncodedTwice) {
        expect({ seed: SEED, at, code: plan.problemCode }).toEqual({
          seed: SEED,
          at,
          code: "encodedTwice",
        });
        await changed(admin, "updateImport", { id: plan.id, encoding: "utf-8-twice" });
        plan = await importUntil(admin, plan.id, ["READY", "MATCHING", "FAILED"]);
      }
      const rows = file.invoices.reduce((sum, { lines }) => sum + lines.length, 0);
      const { status, problem, counts } = plan;
      expect({ seed: SEED, at, status, problem, counts }).toEqual({
        seed: SEED,
        at,
        status: "READY",
        problem: null,
        counts: {
          total: rows + file.footers,
          new: file.invoices.length,
          lines: rows - file.invoices.length,
          skipped: file.footers,
          update: 0,
          unchanged: 0,
          duplicate: 0,
          undecided: 0,
          error: 0,
        },
      });
      await ran(admin, plan.id);
      expect({ seed: SEED, at, invoices: await stored(prefix) }).toEqual({
        seed: SEED,
        at,
        invoices: file.invoices.map(meant),
      });
    }
  },
  IS_WHOLE ? 3_600_000 : 60_000,
);
