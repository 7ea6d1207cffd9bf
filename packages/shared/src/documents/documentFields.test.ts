import { z } from "zod";
import { decimalsOf, withoutZeros } from "../values/decimalRules.js";
import { issuesOf } from "../values/issues.js";
import { dealFields, invoiceFields, invoiceStateOn, paymentFields } from "./documentFields.js";
import { documentLines } from "./documentLines.js";

function verdict(rule: z.ZodType, input: unknown): unknown {
  const result = rule.safeParse(input);
  return result.success ? result.data : issuesOf(result.error).map((issue) => issue.code);
}

test.each([
  ["0", "0"],
  ["+0012.50", "12.50"],
  ["999999999999999.9999", "999999999999999.9999"],
  ["1000000000000000", ["out_of_range"]],
  ["-0.01", ["out_of_range"]],
  ["0.00001", ["too_many_decimals"]],
  ["0.00010", "0.00010"],
  ["1,5", ["invalid_number"]],
  [1.5, ["invalid_number"]],
  [null, ["required"]],
])("a deal's value %j gives %j", (input, expected) => {
  expect(verdict(dealFields.value, input)).toEqual(expected);
});

test.each([
  ["0.01", "0.01"],
  ["0", ["not_positive"]],
  ["-1", ["not_positive"]],
])("the payment %j gives %j", (input, expected) => {
  expect(verdict(paymentFields.amount, input)).toEqual(expected);
});

test.each([
  ["2026-02-28", "2026-02-28"],
  ["1899-12-31", ["out_of_range"]],
  ["9999-12-31", ["out_of_range"]],
  ["2026-02-30", ["invalid_date"]],
])("the due date %j gives %j", (input, expected) => {
  expect(verdict(invoiceFields.dueOn, input)).toEqual(expected);
});

test("lines name what is wrong with each of them", () => {
  const good = { description: " Farinha ", quantity: "2", unitPrice: "-0.5" };
  const none = { unit: null, discount: "0", taxRate: "0" };
  expect(verdict(documentLines, [good])).toEqual([{ ...good, ...none, description: "Farinha" }]);
  const found = documentLines.safeParse([good, { description: "", quantity: "0", unitPrice: "x" }]);
  expect(found.success ? [] : issuesOf(found.error)).toEqual([
    { path: [1, "description"], code: "required" },
    { path: [1, "quantity"], code: "not_positive" },
    { path: [1, "unitPrice"], code: "invalid_number" },
  ]);
  const taxed = { ...good, description: "Farinha", unit: "kg", discount: "12.5", taxRate: "23" };
  expect(verdict(documentLines, [taxed])).toEqual([taxed]);
  const blank = { unit: " ", discount: null, taxRate: null };
  expect(verdict(documentLines, [{ ...taxed, ...blank }])).toEqual([{ ...taxed, ...none }]);
  const wrong = { unit: "x".repeat(21), discount: "100.01", taxRate: "-1" };
  const refused = documentLines.safeParse([{ ...good, ...wrong }]);
  expect(refused.success ? [] : issuesOf(refused.error)).toMatchObject([
    { path: [0, "unit"], code: "too_long" },
    { path: [0, "discount"], code: "out_of_range" },
    { path: [0, "taxRate"], code: "out_of_range" },
  ]);
  expect(verdict(documentLines, Array(501).fill(good))).toEqual(["too_many"]);
});

test("zeros at the end are no decimals", () => {
  expect(["10", "10.00", "1.50", "-0.10", "0.0"].map(withoutZeros)).toEqual([
    "10",
    "10",
    "1.5",
    "-0.1",
    "0",
  ]);
  expect(["1", "1.0", "1.10", "1.0001", "-2.50"].map(decimalsOf)).toEqual([0, 0, 1, 4, 1]);
});

test.each([
  ["AUTHORIZED", "2026-07-31", "0.01", "OVERDUE"],
  ["AUTHORIZED", "2026-08-01", "0.01", "AUTHORIZED"],
  ["AUTHORIZED", "2026-07-31", "0.0000", "PAID"],
  ["AUTHORIZED", "2026-08-01", "0", "PAID"],
  ["PENDING", "2026-07-31", "10", "PENDING"],
  ["PAID", "2026-07-31", "0", "PAID"],
] as const)(
  "an invoice that is %s, due on %s, with %s open is %s on 1 August",
  (status, dueOn, balance, state) => {
    expect(invoiceStateOn("2026-08-01", { status, dueOn, balance })).toBe(state);
  },
);
