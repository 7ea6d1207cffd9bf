import fc from "fast-check";
import {
  currencyOfAmount,
  decimalMarkOf,
  identifierFromNumber,
  parseNumber,
} from "./sheetNumbers.js";

const bad = { issue: "invalid_number" };

test.each([
  ["1.234,56", ",", "1234.56"],
  ["1,234.56", ".", "1234.56"],
  ["R$ 1.234,56", ",", "1234.56"],
  ["R$\u00a01.234,56", ",", "1234.56"],
  ["-R$ 1.234,56", ",", "-1234.56"],
  ["R$ -1.234,56", ",", "-1234.56"],
  ["$-142.85", ".", "-142.85"],
  ["(500)", ".", "-500"],
  ["($1,234.56)", ".", "-1234.56"],
  ["$(500)", ".", "-500"],
  ["500-", ".", "-500"],
  ["−500", ".", "-500"],
  ["1 234 567,8", ",", "1234567.8"],
  ["1'234.50", ".", "1234.50"],
  ["12,34,567.00", ".", "1234567.00"],
  ["1.234.567", ",", "1234567"],
  ["10 EUR", ",", "10"],
  ["BRL 10", ",", "10"],
  ["€10,50", ",", "10.50"],
  ["0", ".", "0"],
  ["-0", ".", "0"],
  ["007", ".", "7"],
  [".5", ".", "0.5"],
  ["1.5E3", ".", "1500"],
  ["4.27335427525861E-007", ".", "0.000000427335427525861"],
  ["１２", ".", "12"],
])("%j with the mark %j is %s", (text, mark, value) => {
  expect(parseNumber(text, mark === "," ? "," : ".")).toEqual({ value });
});

test.each([
  ["1.23", ","],
  ["1,23", "."],
  ["1.2345", ","],
  ["1234.567", ","],
  ["0.500", ","],
  ["1.234.56", ","],
  ["1,234,56", "."],
  ["1.2.3", "."],
  ["--5", "."],
  ["(-5)", "."],
  ["-5-", "."],
  ["REF123", "."],
  ["12 dias", "."],
  ["50%", "."],
  ["Infinity", "."],
  ["NaN", "."],
  ["0x10", "."],
  ["1 2", "."],
  ["$", "."],
  [".", "."],
  ["1E9999", "."],
  ["#REF!", "."],
])("%j with the mark %j is no number", (text, mark) => {
  expect(parseNumber(text, mark === "," ? "," : ".")).toEqual(bad);
});

test.each([
  ["1.234,56", ","],
  ["1,234.56", "."],
  ["0,5", ","],
  ["0.500", "."],
  ["1234.567", "."],
  ["1.234.567", ","],
  ["1.234", "either"],
  ["R$ 1,234", "either"],
  ["1234", null],
  ["12/05/2026", null],
  ["1.2.3", null],
  ["", null],
])("%j proves the mark %j", (text, mark) => {
  expect(decimalMarkOf(text)).toBe(mark);
});

test("a number written with either mark is read back exactly", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.stringMatching(/^\d{0,6}$/), fc.boolean())
    .map(([whole, fraction, negative]) => ({ whole: `${whole}`, fraction, negative }));
  fc.assert(
    fc.property(decimal, fc.constantFrom("." as const, "," as const), (parts, mark) => {
      const { whole, fraction, negative } = parts;
      const group = mark === "." ? "," : ".";
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
      const expected = fraction ? `${whole}.${fraction}` : whole;
      const sign = negative && /[1-9]/.test(expected) ? "-" : "";
      const written = fraction ? `${grouped}${mark}${fraction}` : grouped;
      expect(parseNumber(`${sign}${written}`, mark)).toEqual({ value: sign + expected });
    }),
  );
});

test.each([
  ["12345678000195", "12345678000195"],
  ["12.345.678/0001-95", "12.345.678/0001-95"],
  ["12345678000195.0", "12345678000195"],
  ["1.2345678000195E13", "12345678000195"],
  ["1.2345678000195E+13", "12345678000195"],
  ["1,2345678000195E+13", "12345678000195"],
  ["12345678901E35", "12345678901E35"],
  ["123.456.789-00", "123.456.789-00"],
])("the identifier %j is read as %j", (text, value) => {
  expect(identifierFromNumber(text)).toEqual({ value });
});

test("an identifier of which a spreadsheet kept six digits is refused", () => {
  expect(identifierFromNumber("1.23457E+13")).toEqual({ issue: "precision_lost" });
  expect(identifierFromNumber("1.2345678901234567E16")).toEqual({ issue: "precision_lost" });
  expect(identifierFromNumber("1.5E0")).toEqual({ issue: "precision_lost" });
});

test("an amount may name its currency", () => {
  const named = ["R$ 1.234,56", "US$1,000.00", "500,00 €", "EUR 10", "(£12)", "10-", "$ 5", "1E3"];
  expect(named.map(currencyOfAmount)).toEqual([
    ...["BRL", "USD", "EUR", "EUR", "GBP", null, null, null],
  ]);
});
