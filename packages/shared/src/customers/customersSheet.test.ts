import { headerKey } from "../matching/headerWords.js";
import { CUSTOMER_STATUSES } from "../records/enums.js";
import { columnOf, SHEET_LANGUAGES } from "../sheets/sheet.js";
import { PLAIN } from "../sheets/sheetConventions.js";
import { parseCell } from "../sheets/sheetValues.js";
import { foldText } from "../values/foldText.js";
import { customersSheet } from "./customers.sheet.js";

test("a header is known for one column only, but for the Estado of Brazil and of Spain", () => {
  const owners = new Map<string, Set<string>>();
  for (const { key, labels, synonyms } of customersSheet.columns) {
    for (const name of [key, ...Object.values(labels), ...synonyms]) {
      const owner = owners.get(headerKey(name)) ?? new Set();
      owners.set(headerKey(name), owner.add(key));
    }
  }
  const shared = [...owners].filter(([, keys]) => keys.size > 1).map(([name]) => name);
  expect(shared).toEqual(["estado"]);
  expect(owners.has("")).toBe(false);
});

test("keys are distinct and each example passes its own column", () => {
  const keys = customersSheet.columns.map((column) => column.key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const column of customersSheet.columns) {
    expect(parseCell(column, column.example, PLAIN)).toEqual({ value: expect.anything() });
  }
});

test("only the legal name is required, and only the creation is export only", () => {
  const named = (flag: "required" | "exportOnly") =>
    customersSheet.columns.filter((column) => column[flag]).map((column) => column.key);
  expect(named("required")).toEqual(["legalName"]);
  expect(named("exportOnly")).toEqual(["parent", "createdAt"]);
});

test("every status can be chosen, and a word means one status in one language at least", () => {
  const choices = columnOf(customersSheet, "status")?.choices ?? [];
  expect(choices.map((choice) => choice.value)).toEqual([...CUSTOMER_STATUSES]);
  const meanings = new Map<string, string>();
  for (const { value, labels, synonyms } of choices) {
    for (const word of [value, ...Object.values(labels), ...synonyms]) {
      expect([word, meanings.get(foldText(word)) ?? value]).toEqual([word, value]);
      meanings.set(foldText(word), value);
    }
  }
  for (const language of SHEET_LANGUAGES) {
    expect(new Set(choices.map((choice) => choice.labels[language])).size).toBe(choices.length);
  }
});
