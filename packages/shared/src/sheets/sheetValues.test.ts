import fc from "fast-check";
import { customersSheet } from "../customers/customers.sheet.js";
import { CUSTOMER_STATUSES } from "../records/enums.js";
import { emailRuling, phoneRuling, websiteRuling } from "../values/contactRules.js";
import { COUNTRIES } from "../values/countries.js";
import { CURRENCIES } from "../values/currencies.js";
import { addDays } from "../values/dates.js";
import { uniqueTags } from "../values/tags.js";
import {
  joinedLineRuling,
  lineRuling,
  paragraphsRuling,
  type Ruling,
} from "../values/textRules.js";
import { escapeFormula, unescapeFormula } from "./formulaText.js";
import { columnOf, SHEET_LANGUAGES, type SheetColumn } from "./sheet.js";
import { type Conventions, PLAIN } from "./sheetConventions.js";
import { type CellValue, formatCell, parseCell } from "./sheetValues.js";

const BRAZIL: Conventions = { decimal: ",", dateOrder: "dmy" };

function customerColumn(key: string): SheetColumn {
  const column = columnOf(customersSheet, key);
  if (!column) throw new Error(`no column ${key}`);
  return column;
}

function column(type: SheetColumn["type"], more: Partial<SheetColumn> = {}): SheetColumn {
  return {
    key: type,
    type,
    labels: { pt: "", en: "", es: "" },
    synonyms: [],
    example: "",
    ...more,
  };
}

const outcome = (of: SheetColumn, text: string, conventions = BRAZIL) => {
  const parsed = parseCell(of, text, conventions);
  return "issue" in parsed ? parsed.issue.code : parsed.value;
};

test.each([
  ["legalName", " Padaria ", "Padaria"],
  ["legalName", "", "required"],
  ["legalName", " \u200b", "required"],
  ["legalName", "A\u0000", "invalid_characters"],
  ["legalName", "#REF!", "#REF!"],
  ["tradeName", "  ", null],
  ["email", "Ana@B.com", "Ana@b.com"],
  ["email", "ana", "invalid_email"],
  ["phone", "5511987654321.0", "5511987654321"],
  ["phone", "x", "invalid_phone"],
  ["website", "padaria.com", "https://padaria.com/"],
  ["country", "Brasil", "BR"],
  ["country", "Brasilândia", "invalid_country"],
  ["currency", "R$", "BRL"],
  ["currency", "euros", "EUR"],
  ["currency", "dólar americano", "USD"],
  ["currency", "ouro", "invalid_currency"],
  ["status", "ativo", "ACTIVE"],
  ["status", "INATIVA", "INACTIVE"],
  ["status", "morno", "invalid_choice"],
  ["taxId", "12.345.678/0001-95", "12.345.678/0001-95"],
  ["taxId", "1.2345678000195E13", "12345678000195"],
  ["taxId", "1,23457E+13", "precision_lost"],
  ["taxId", "1".repeat(41), "too_long"],
  ["paymentTermDays", "30", 30],
  ["paymentTermDays", "30,00", 30],
  ["paymentTermDays", "30,5", "not_an_integer"],
  ["paymentTermDays", "-1", "out_of_range"],
  ["paymentTermDays", "1e20", "out_of_range"],
  ["paymentTermDays", "à vista", 0],
  ["paymentTermDays", "Due on receipt", 0],
  ["paymentTermDays", "Net 30", 30],
  ["paymentTermDays", "NET30", 30],
  ["paymentTermDays", "30 dias", 30],
  ["paymentTermDays", "45 days", 45],
  ["paymentTermDays", "28 DDL", 28],
  ["paymentTermDays", "30/60/90", "invalid_number"],
  ["paymentTermDays", "2% 10 net 30", "invalid_number"],
  ["street", "Rua A\r\nSala 2", "Rua A Sala 2"],
  ["notes", "a\r\nb", "a\nb"],
  ["tags", "vip; Vip, novo", ["vip", "novo"]],
  ["tags", Array.from({ length: 51 }, (_, i) => i).join(","), "too_many"],
  ["tags", "x".repeat(51), "too_long"],
  ["createdAt", "2026-01-31T12:00:00-03:00", "2026-01-31T15:00:00.000Z"],
  ["createdAt", "2026-02-31T12:00:00Z", "invalid_date"],
])("the cell %s %j gives %j", (key, text, expected) => {
  expect(outcome(customerColumn(key), text)).toEqual(expected);
});

test("an issue has the text of the cell", () => {
  expect(parseCell(customerColumn("email"), " ana ", BRAZIL)).toEqual({
    issue: { code: "invalid_email", value: " ana " },
  });
});

test("money and dates follow the column's conventions", () => {
  expect(outcome(column("money"), "R$ 1.234,56")).toBe("1234.56");
  expect(outcome(column("money"), "1,234.56")).toBe("invalid_number");
  expect(outcome(column("money"), "1234.56", PLAIN)).toBe("1234.56");
  expect(outcome(column("number", { max: 10 }), "11")).toBe("out_of_range");
  expect(outcome(column("date"), "31/12/2026")).toBe("2026-12-31");
  expect(outcome(column("date"), "12/31/2026")).toBe("invalid_date");
  expect(formatCell(column("money"), "1234.50", { language: "pt", conventions: BRAZIL })).toBe(
    "1234,50",
  );
  expect(["7", "7.125", "7.1"].map((total) => formatCell(column("money"), total))).toEqual([
    "7.00",
    "7.1250",
    "7.10",
  ]);
});

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."0123456789=+-@'\"#.,;|Ee \n\t"), maxLength: 20 }),
);

/** The values that a rule lets into the database. */
function kept<T>(
  inputs: fc.Arbitrary<string>,
  rule: (input: string) => Ruling<T>,
): fc.Arbitrary<T> {
  return inputs
    .map(rule)
    .filter((result) => "value" in result)
    .map((result) => result.value);
}

const line = (max: number) => kept(text, (input) => lineRuling(input, max));
const joined = (max: number) => kept(text, (input) => joinedLineRuling(input, max));
const decimal = fc.tuple(fc.bigInt(), fc.stringMatching(/^\d{1,4}$/)).map(([a, b]) => `${a}.${b}`);
// Amounts are written with two or four decimals, never three, which could be a group of thousands.
const amount = fc
  .tuple(fc.bigInt(), fc.stringMatching(/^(\d{2}|\d{4})$/))
  .map(([a, b]) => `${a}.${b}`);
const day = fc.integer({ min: 0, max: 3_652_058 }).map((days) => addDays("0001-01-01", days));
const phone = fc.oneof(
  fc.stringMatching(/^\+[1-9]\d{7,14}$/),
  fc.stringMatching(/^\(\d{2}\) \d{4}-\d{4}( x\d{1,4})?$/),
);

const stored: [SheetColumn, fc.Arbitrary<CellValue>][] = [
  [customerColumn("number"), line(40)],
  [customerColumn("legalName"), line(200)],
  [customerColumn("tradeName"), line(200)],
  [
    customerColumn("taxId"),
    fc.stringMatching(/^[0-9A-Z]{6,18}$/).filter((id) => !/^\dE\d/.test(id)),
  ],
  [customerColumn("taxIdCountry"), fc.constantFrom(...COUNTRIES)],
  [customerColumn("status"), fc.constantFrom(...CUSTOMER_STATUSES)],
  [customerColumn("email"), kept(fc.emailAddress(), emailRuling)],
  [customerColumn("phone"), kept(phone, phoneRuling)],
  [customerColumn("website"), kept(fc.webUrl(), websiteRuling)],
  [customerColumn("street"), joined(200)],
  [customerColumn("postalCode"), joined(20)],
  [customerColumn("tags"), fc.array(line(50), { maxLength: 20 }).map(uniqueTags)],
  [customerColumn("notes"), kept(text, (input) => paragraphsRuling(input, 10_000))],
  [customerColumn("currency"), fc.constantFrom(...CURRENCIES)],
  [customerColumn("paymentTermDays"), fc.integer({ min: 0, max: 3650 })],
  [customerColumn("externalId"), line(200)],
  [
    customerColumn("createdAt"),
    fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date("2099-12-31") })
      .map((date) => date.toISOString()),
  ],
  [column("money"), amount],
  [column("number"), decimal],
  [column("integer"), fc.maxSafeInteger()],
  [column("date"), day],
];

test.each(stored.map(([of, values]) => [of.key, of, values] as const))(
  "%s: what the export writes, the import reads as the same, through CSV too",
  (_, of, values) => {
    const writing = fc.record({
      language: fc.constantFrom(...SHEET_LANGUAGES),
      conventions: fc.constantFrom(PLAIN, BRAZIL, { decimal: ".", dateOrder: "mdy" } as const),
    });
    fc.assert(
      fc.property(fc.option(values), writing, (value, how) => {
        if (of.required && value === null) return;
        const cell = formatCell(of, value, how);
        // A customer without tags has an empty cell, which reads as null.
        const expected = Array.isArray(value) && value.length === 0 ? null : value;
        expect(parseCell(of, cell, how.conventions)).toEqual({ value: expected });
        expect(parseCell(of, unescapeFormula(escapeFormula(cell)), how.conventions)).toEqual({
          value: expected,
        });
      }),
      { numRuns: 300 },
    );
  },
);
