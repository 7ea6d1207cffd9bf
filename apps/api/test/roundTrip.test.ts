import { csvLine } from "@clientela/shared/sheets/csv";
import fc from "fast-check";
import { exportedBy, exportedBytes } from "../src/features/exports/export.factory.js";
import { importUntil, planned, ran } from "../src/features/imports/import.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const query = async (text: string) => (await server.app.database.pool.query(text)).rows;

const ODD = [
  "=SUM(A1:A9)",
  "'=1+1",
  "''+x",
  "+55 11 98765-4321",
  "-5",
  "@cmd",
  "a;=cmd|' /C calc'!A0;",
  "a,=1+1",
  "a;'=1,'-2",
  'a;"=1',
  "#REF!",
  "#N/A",
  "'#VALUE!",
  "_x000D_",
  "_x005F_x000D_",
  "a_x0041_b",
  "007",
  "12345678901234567890",
  "1.2345678000195E13",
  "1,234",
  "1.234,56",
  "2026-03-04",
  "03/04/2026",
  "TRUE",
  "null",
  "__proto__",
  "São João",
  "Sa\u0303o Joa\u0303o",
  "aspas \"duplas\" e 'simples'",
  "a;b|c,d\te",
  "👩‍👩‍👧‍👦 🇧🇷",
  "\u200bzero\u200dwidth\u202e",
  "ＷＩＤＥ ＝１",
  "x\u00a0y",
  "Ünïcödé ſ ß İ ı",
];
const odd = fc.constantFrom(...ODD);
// Says that a character was lost: an import asks about it, be it in an export of our own.
const LOST = "\ufffd";
const line = (maxLength: number) =>
  fc
    .oneof(
      odd,
      fc.tuple(odd, odd).map((parts) => parts.join(" ")),
      fc.string({ unit: "grapheme", minLength: 1, maxLength }),
      fc.string({ unit: "binary", minLength: 1, maxLength }),
    )
    .filter((text) => !text.includes(LOST));
const paragraphs = fc
  .array(line(20), { minLength: 1, maxLength: 4 })
  .chain((lines) => fc.constantFrom("\n", "\r\n", "\n\n", " \n\t").map((end) => lines.join(end)));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const customer = fc.record({
  legalName: line(40),
  tradeName: maybe(line(30)),
  status: fc.constantFrom("LEAD", "ACTIVE", "INACTIVE"),
  emails: fc.uniqueArray(
    fc.record({
      address: fc.constantFrom(
        "Ana@Example.com",
        "=x@example.com",
        "o'neil+tag@exemplo.com.br",
        "-@a.io",
      ),
      label: maybe(line(12)),
    }),
    { selector: ({ address }) => address },
  ),
  phones: fc.uniqueArray(
    fc.record({
      number: fc.constantFrom(
        "(11) 98765-4321",
        "+351 912 345 678",
        "0800 123 x4",
        "0800 (ramal 12)",
        "+1-212-5550123",
      ),
      label: maybe(line(12)),
    }),
    { selector: ({ number }) => number },
  ),
  website: maybe(
    fc.constantFrom("exemplo.com.br/ção?x=1", "http://a.io/'=1", "https://münchen.de"),
  ),
  address: fc.record({
    country: fc.constantFrom("BR", "PT", "US", "DE"),
    street: maybe(line(30)),
    number: maybe(fc.constantFrom("0012", "s/n", "1-3", "=2")),
    district: maybe(line(20)),
    city: maybe(line(20)),
    region: maybe(fc.constantFrom("SP", "007", "+1")),
    postalCode: maybe(fc.constantFrom("01305-000", "00001", "1000-205")),
  }),
  tags: fc.array(line(10), { maxLength: 4 }),
  notes: maybe(paragraphs),
  currency: maybe(fc.constantFrom("BRL", "EUR", "JPY")),
  paymentTermDays: maybe(fc.integer({ min: 0, max: 3650 })),
  creditLimit: maybe(fc.constantFrom("0.0001", "250.5", "5000", "999999999999.9999")),
  externalIds: fc.array(
    fc.record({
      source: fc.oneof(fc.constantFrom("erp", "ERP", "billing"), line(8)),
      value: line(12),
    }),
    { maxLength: 4 },
  ),
});

/** Makes those of the customers that the API takes, which are those that can exist. */
async function make(customers: readonly object[]): Promise<void> {
  await server.asOwner(
    "TRUNCATE customers, external_ids, imports, exports, import_matches CASCADE",
  );
  for (const input of customers) {
    const { errors } = await admin.ask<object>(
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
      { input },
    );
    if (errors)
      expect(JSON.stringify(errors)).toMatch(/VALIDATION_FAILED|DUPLICATE|BAD_USER_INPUT/);
  }
}

/** What the plan says of rows that are not as they were. */
async function saidOf(id: string): Promise<unknown[]> {
  const { data } = await admin.ask<{
    import: { rows: { nodes: { issues: { severity: string }[] }[] } };
  }>(
    `query ($id: ID!) { import(id: $id) { rows(filter: { class: [NEW, UPDATE, DUPLICATE, ERROR] }) { nodes {
      class cells { column value } changes { field old new } issues { column code severity message } } } } }`,
    { id },
  );
  return data.import.rows.nodes;
}

// A counterexample is told as it was found: to make it smaller takes as long as to find it, many times.
const RUNS = { numRuns: Number(process.env.ROUND_TRIPS ?? 4), endOnFailure: true };

const customers = fc.array(customer, { minLength: 12, maxLength: 24 });

test.each(["XLSX", "CSV", "CSV_EXCEL_PT"])(
  "any customers exported as %s and imported again are as they were",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(customers, fc.constantFrom("en", "pt-BR"), async (all, language) => {
        await make(all);
        const done = await exportedBy(
          admin,
          { recordType: "CUSTOMER", format, includeArchived: true },
          { "accept-language": language },
        );
        const [{ count }] = await query("SELECT count(*)::int AS count FROM customers");
        expect(done).toMatchObject({ status: "DONE", rows: count });
        if (count === 0) return;
        const plan = await planned(admin, done.fileName, await exportedBytes(admin, done));
        expect(await saidOf(plan.id)).toEqual([]);
        expect(plan).toMatchObject({
          status: "READY",
          counts: {
            total: count,
            new: 0,
            update: 0,
            unchanged: count,
            duplicate: 0,
            undecided: 0,
            error: 0,
            skipped: 0,
            lines: 0,
          },
        });
      }),
      RUNS,
    );
  },
);

// What a record was, without when and how often it was written.
const dump = async () => ({
  customers: await query(
    "SELECT to_jsonb(c) - 'version' - 'updated_at' AS c FROM customers c ORDER BY id",
  ),
  externalIds: await query(
    "SELECT * FROM external_ids ORDER BY record_type, record_id, source, value",
  ),
});

test("an import that is undone leaves the database as it was, but for its history", async () => {
  await fc.assert(
    fc.asyncProperty(customers, customers, async (before, coming) => {
      await make(before);
      const left = await dump();
      const numbers = await query("SELECT number FROM customers ORDER BY id");
      const rows = coming.map((one, at) => [
        at % 2 === 0 ? (numbers[at]?.number ?? "") : "",
        one.legalName,
        one.tradeName ?? "",
        one.address.city ?? "",
        one.notes ?? "",
        one.tags.join(", "),
        one.paymentTermDays ?? "",
        one.externalIds[0]?.value ?? "",
        at % 4 === 1 ? "Arquivado" : "",
      ]);
      const header = [
        "Customer number",
        "Legal name",
        "Trade name",
        "City",
        "Notes",
        "Tags",
        "Payment term (days)",
        "External ID",
        "Status",
      ];
      const file = [header, ...rows]
        .map((cells) =>
          csvLine(
            cells.map((cell) => String(cell).toWellFormed()),
            ",",
          ),
        )
        .join("\r\n");
      const plan = await planned(admin, "coming.csv", file);
      if (plan.status !== "READY") return;
      // Who is named alone may be another customer: such a row waits for somebody's decision.
      const { result } = await ran(admin, plan.id, true);
      await admin.ask(
        "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }",
        {
          input: { id: plan.id },
        },
      );
      await importUntil(admin, plan.id, ["UNDONE"]);
      expect(await dump()).toEqual(left);
      expect((result?.created ?? 0) + (result?.updated ?? 0)).toBeGreaterThan(0);
    }),
    RUNS,
  );
});
