import { daysBetween } from "@clientela/shared/values/dates";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { readTaxId } from "../features/customers/identity/taxId.js";
import { mediaTypeOf } from "../features/files/mediaType.js";
import { type DemoData, demoData } from "./demoData.js";
import type { Row } from "./story.js";

const FIRST = { customer: 1, quote: 1, order: 1, invoice: 1, purchase: 1, creditNote: 1 };
const TODAY = "2026-11-24";
const NOW = new Date("2026-11-24T15:30:00Z");

let demo: DemoData;
beforeAll(() => {
  demo = demoData(TODAY, NOW, FIRST);
});

const rowsOf = (table: string, data = demo): readonly Row[] => data.rows.get(table) ?? [];

test("the same day makes the same demo, to the byte", () => {
  const again = demoData(TODAY, NOW, FIRST);
  expect([...again.rows.keys()]).toEqual([...demo.rows.keys()]);
  // Compared as text: expect() takes minutes for so many objects.
  for (const [table, rows] of again.rows) {
    expect([table, JSON.stringify(rows) === JSON.stringify(rowsOf(table))]).toEqual([table, true]);
  }
  expect(again.files.every(({ bytes }, at) => demo.files[at]?.bytes.equals(bytes))).toBe(true);
});

test("another day makes the same customers with dates that moved along", () => {
  const later = demoData("2027-02-01", new Date("2027-02-01T15:30:00Z"), FIRST);
  const names = (data: DemoData) => rowsOf("customers", data).map((row) => row.legalName);
  expect(names(later)).toEqual(names(demo));
  const due = (data: DemoData, today: string) =>
    rowsOf("invoices", data).map((row) => daysBetween(today, String(row.dueOn)));
  expect(due(later, "2027-02-01")).toEqual(due(demo, TODAY));
});

test("every tax ID is valid as the application reads it, and nobody has another's", () => {
  const withTaxId = rowsOf("customers").filter((row) => row.taxIdValue !== null);
  for (const { taxIdCountry, taxIdKind, taxIdValue } of withTaxId) {
    expect(readTaxId(String(taxIdCountry), String(taxIdValue))).toEqual({
      taxIdCountry,
      taxIdKind,
      taxIdValue,
    });
  }
  const keys = withTaxId.map((row) => `${row.taxIdCountry} ${row.taxIdValue}`);
  expect(new Set(keys).size).toBe(keys.length);
  const kinds = new Set(withTaxId.map((row) => `${row.taxIdCountry} ${row.taxIdKind}`));
  expect([...kinds].sort()).toEqual([
    "AR CUIT",
    "BR CNPJ",
    "BR CPF",
    "CL RUT",
    "DE VAT",
    "ES NIF",
    "FR VAT",
    "GB VAT",
    "IT VAT",
    "PT NIF",
    "US EIN",
  ]);
  const alphanumeric = keys.filter((key) => /^BR \d*[A-Z]/.test(key));
  expect(alphanumeric.length).toBeGreaterThan(10);
});

test("phones are full numbers of their country", () => {
  const phones = rowsOf("customers").flatMap(({ phone, country }) =>
    phone ? [[String(phone), country]] : [],
  );
  const wrong = phones.filter(
    ([phone]) => !parsePhoneNumberFromString(String(phone))?.isPossible(),
  );
  expect(wrong).toEqual([]);
});

test("files are what their types say", () => {
  const types = new Map(rowsOf("files").map((row) => [row.id, row]));
  for (const { id, bytes } of demo.files) {
    const row = types.get(id);
    expect(row?.size).toBe(bytes.length);
    expect(mediaTypeOf(bytes, String(row?.name))).toBe(row?.mediaType);
  }
  expect(new Set(rowsOf("files").map((row) => row.mediaType)).size).toBe(4);
});

test("nothing was done in the future, nor before its customer was there", () => {
  const since = new Map(rowsOf("customers").map((row) => [row.id, String(row.createdAt)]));
  for (const [table, rows] of demo.rows) {
    const wrong = rows.filter(({ createdAt, customerId }) => {
      if (createdAt === undefined) return false;
      const start = since.get(customerId ?? null) ?? "";
      return (
        String(createdAt) > NOW.toISOString() || String(createdAt).slice(0, 10) < start.slice(0, 10)
      );
    });
    expect([table, wrong]).toEqual([table, []]);
  }
});

test("the history records every record, and of every change of it in turn", () => {
  const entries = new Map<unknown, Row[]>();
  const sorted = [...rowsOf("activity")].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  for (const entry of sorted) {
    if (entry.action === "note_added") continue;
    const history = entries.get(entry.recordId) ?? [];
    entries.set(entry.recordId, history);
    history.push(entry);
  }
  for (const table of [
    "customers",
    "tasks",
    "deals",
    "quotes",
    "orders",
    "invoices",
    "files",
    "notes",
    "conversations",
    "promises_to_pay",
  ]) {
    const wrong = rowsOf(table).filter((row) => {
      const history = entries.get(row.id) ?? [];
      const actions = [
        "created",
        ...Array.from({ length: Number(row.version) - 1 }, () => "updated"),
      ];
      return (
        history.map((entry) => entry.action).join() !== actions.join() ||
        history.at(-1)?.createdAt !== row.updatedAt
      );
    });
    expect([table, wrong]).toEqual([table, []]);
  }
});

test("numbers follow the dates without a gap", () => {
  for (const [table, prefix] of [
    ["quotes", "Q-"],
    ["orders", "O-"],
    ["invoices", "I-"],
    ["invoices", "P-"],
    ["credit_notes", "CN-"],
  ] as const) {
    const own = rowsOf(table).filter((row) => String(row.number).startsWith(prefix));
    const byNumber = [...own].sort((a, b) => (String(a.number) < String(b.number) ? -1 : 1));
    expect(byNumber.map((row) => row.number)).toEqual(
      own.map((_, at) => `${prefix}${String(at + 1).padStart(6, "0")}`),
    );
    const days = byNumber.map((row) => String(row.createdAt));
    expect(days).toEqual([...days].sort());
  }
});
