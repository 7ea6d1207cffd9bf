import { setImmediate } from "node:timers/promises";
import { ColumnProfiler } from "@clientela/shared/matching/columnProfile";
import { matchColumns } from "@clientela/shared/matching/matchColumns";
import { columnOf } from "@clientela/shared/sheets/sheet";
import sql from "sql-template-tag";
import { Random } from "../../src/demo/random.js";
import { customerImporter } from "../../src/features/customers/spreadsheet/customer.importer.js";
import { planned, ran } from "../../src/features/imports/import.factory.js";
import { rowParser } from "../../src/features/imports/parsing/parseRow.js";
import type { StoredColumn } from "../../src/features/imports/storedImport.js";
import { type Caller, startServer, type TestServer } from "../server.js";
import { lostValues, madeUpValues, placeOf, valuesByPlace } from "./accounting.js";
import { csvOf, type MadeSheet, randomSheet } from "./randomSheet.js";

// COUNT and SEED say how many, and which; `node --run random-sheets` reads 20,000 and imports 300 of them.
const IS_WHOLE = process.env.NODE_RUN_SCRIPT_NAME === "random-sheets";
const COUNT = Number(process.env.COUNT ?? (IS_WHOLE ? 20_000 : 200));
const IMPORTED = Math.min(Math.ceil(COUNT / 65), IS_WHOLE ? 300 : 3);
/** So many rows that do not add up are shown. */
const MAX_SHOWN = 10;
const SEED = process.env.SEED ?? String(Date.now());

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const sheetAt = (at: number, mostRows: number) => randomSheet(new Random(SEED).fork(at), mostRows);

function columnsOf({ headers, rows }: MadeSheet): StoredColumn[] {
  const profiles = headers.map((_, at) => {
    const profiler = new ColumnProfiler();
    for (const row of rows) profiler.add(row[at]?.text ?? "");
    return profiler.profile();
  });
  const files = headers.map((header, at) => ({ header, profile: profiles[at] ?? fail(header) }));
  return matchColumns(files, customerImporter.sheet).map((match, index) => ({
    ...match,
    index,
    header: headers[index] ?? "",
    samples: [],
    filled: profiles[index]?.filled ?? 0,
    rule: "OVERWRITE",
    conventions: profiles[index]?.conventions ?? fail(index),
    values: [],
    meanings: {},
  }));
}

/** The column of a record that a field, or the whole that it is a part of, goes to. */
const targetOf = (field: string): string =>
  placeOf(customerImporter.columnOf(columnOf(customerImporter.sheet, field)?.partOf ?? field));

function fail(what: string | number): never {
  throw new Error(`nothing is known of ${what}`);
}

test(
  "every value of a row's imported cells is in its record or named, and its record says nothing else",
  async () => {
    const found: object[] = [];
    const organisation = { timeZone: "UTC", currency: "EUR" };
    const toValues = await customerImporter.openRows(server.db, organisation, "import");
    for (let at = 0; at < COUNT; at += 1) {
      const sheet = sheetAt(at, 6);
      const columns = columnsOf(sheet);
      const parse = rowParser(customerImporter.sheet, columns, true);
      for (const [row, cells] of sheet.rows.entries()) {
        const parsed = parse({ line: row + 2, cells: cells.map(({ text }) => text) });
        const read = toValues(parsed);
        const made = {
          cells,
          values: valuesByPlace(read.values, targetOf),
          issues: [...parsed.issues, ...read.issues],
        };
        const lost = lostValues(made, columns, targetOf);
        const madeUp = madeUpValues(made, columns, targetOf);
        if (lost.length + madeUp.length > 0) found.push({ at, row, lost, madeUp, ...made });
      }
      if (found.length >= MAX_SHOWN) break;
      // The server's connections are closed in time, however long this takes.
      if (at % 100 === 0) await setImmediate();
    }
    expect({ seed: SEED, found }).toEqual({ seed: SEED, found: [] });
  },
  IS_WHOLE ? 3_600_000 : 60_000,
);

type StoredCustomer = Record<string, unknown> & { id: string };

/** What an import may change of a customer besides what its plan names: what is derived from that. */
const DERIVED = /^(?:updated_at|version|last_activity_at|status_before_archive|search.*|.*_key)$/;

async function storedCustomers(): Promise<Map<string, StoredCustomer>> {
  const rows = await server.db.rows<{ customer: StoredCustomer }>(sql`
    SELECT to_jsonb(c) AS customer FROM customers c`);
  return new Map(rows.map(({ customer }) => [customer.id, customer]));
}

interface PlannedRow {
  line: number;
  class: string;
  recordId: string | null;
  changes: Record<string, unknown> | null;
  issues: { severity: string }[] | null;
}

const plannedRows = (id: string) =>
  server.db.rows<PlannedRow>(sql`
    SELECT p.line, p.class, p.record_id AS "recordId", p.changes,
      coalesce(r.issues::jsonb, '[]') || coalesce(r.reading::jsonb->'issues', '[]') || coalesce(p.issues::jsonb, '[]') AS issues
    FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
    WHERE p.import_id = ${id}::uuid ORDER BY p.line`);

test(
  "an import does what its plan says for each row of the file, and touches nothing else",
  async () => {
    for (let at = 0; at < IMPORTED; at += 1) {
      const sheet = sheetAt(at, 12);
      // Two systems, which give some of their customers the same ids.
      const source = at % 2 === 0 ? "import" : "other";
      const plan = await planned(admin, `export-${at % 3}.csv`, csvOf(sheet), "CUSTOMER", source);
      if (plan.status === "MATCHING") continue;
      const before = await storedCustomers();
      const rows = await plannedRows(plan.id);
      const blank = sheet.rows.filter((row) => row.every(({ text }) => text.trim() === "")).length;
      const silent = rows.filter(
        ({ class: name, issues }) =>
          ["ERROR", "DUPLICATE", "UNDECIDED"].includes(name) && (issues ?? []).length === 0,
      );
      await ran(admin, plan.id, true);
      const after = await storedCustomers();
      const made = rows.filter(({ class: name }) => name === "NEW").map(({ recordId }) => recordId);
      const updates = rows.filter(({ class: name }) => name === "UPDATE");
      const changes = new Map(updates.map(({ recordId, changes: said }) => [recordId, said]));
      const unnamed = [...before].flatMap(([id, old]) => {
        const now = after.get(id);
        if (!now) return [`${id} is gone`];
        const named = changes.get(id) ?? {};
        return Object.keys(old)
          .filter((column) => JSON.stringify(old[column]) !== JSON.stringify(now[column]))
          .filter((column) => !(column in named) && !DERIVED.test(column))
          .map((column) => `${id} ${column}: ${old[column]} became ${now[column]}`);
      });
      expect({
        seed: SEED,
        at,
        lines: rows.length,
        silent,
        unnamed,
        created: [...after.keys()].filter((id) => !before.has(id)).toSorted(),
      }).toEqual({
        seed: SEED,
        at,
        lines: sheet.rows.length - blank,
        silent: [],
        unnamed: [],
        created: made.toSorted(),
      });
    }
  },
  IS_WHOLE ? 3_600_000 : 60_000,
);
