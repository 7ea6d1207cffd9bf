import fc from "fast-check";
import { customersSheet } from "../customers/customers.sheet.js";
import { profileOf } from "../matching/columnProfile.js";
import { idSourceNamedIn } from "../matching/idSources.js";
import { matchColumns } from "../matching/matchColumns.js";
import { lineRuling } from "../values/textRules.js";
import { readIds, readSourcedIds, writeIds } from "./externalIdCells.js";
import {
  columnOfSource,
  fieldOfSource,
  sourceOfField,
  sourceOfHeader,
} from "./externalIdColumns.js";
import { columnOf, SHEET_LANGUAGES } from "./sheet.js";
import { PLAIN } from "./sheetConventions.js";
import { formatCell, parseCell } from "./sheetValues.js";

const line = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength }),
      fc.string({ unit: fc.constantFrom(..."[]\"',;:.=a1 \u2028"), minLength: 1, maxLength }),
    )
    .map((text) => lineRuling(text, maxLength))
    .filter((ruling) => "value" in ruling)
    .map(({ value }) => value);

test.each([
  ["External ID: billing", "billing"],
  ["ID externo: billing", "billing"],
  ["externalId:billing", "billing"],
  ["externalIds.billing", "billing"],
  ["External ID (Omie NF-e)", "Omie NF-e"],
  ["external id : a.b", "a.b"],
  ["External IDs", null],
  ["External ID", null],
  ["externalId.value", null],
  ["ID billing", null],
  [`External ID: ${"x".repeat(101)}`, null],
])("the header %j names the system %j", (header, source) => {
  expect(sourceOfHeader(header)).toBe(source);
});

test.each([
  ["ID billing", "billing"],
  ["Support ID", "support"],
  ["Stripe customer ID", "stripe"],
  ["Billing address", null],
  ["Stripe plan", null],
  ["ID", null],
])("the header %j of a column of ids names the system %j", (header, source) => {
  expect(idSourceNamedIn(header, ["billing", "support"])).toBe(source);
});

test("the header of any system in any language names it, and so does its field", () => {
  fc.assert(
    fc.property(line(100), fc.constantFrom(...SHEET_LANGUAGES), (source, language) => {
      expect(sourceOfHeader(columnOfSource(source).labels[language])).toBe(source);
      expect(sourceOfHeader(fieldOfSource(source))).toBe(source);
      expect(sourceOfField(fieldOfSource(source))).toBe(source);
    }),
  );
});

test.each([
  ["17", ["17"]],
  ["a; b, c", ["a; b, c"]],
  ['["17","18"]', ["17", "18"]],
  ['["17","17"]', ["17"]],
  ["[17]", ["[17]"]],
])("the cell %j holds the ids %j", (text, ids) => {
  expect(readIds(text)).toEqual({ value: ids });
});

test("ids come back from the cell that they are written in", () => {
  const column = columnOfSource("billing");
  fc.assert(
    fc.property(fc.uniqueArray(line(40), { minLength: 1, maxLength: 4 }), (ids) => {
      expect(readIds(writeIds(ids))).toEqual({ value: ids });
      expect(parseCell(column, formatCell(column, ids), PLAIN)).toEqual({ value: ids });
    }),
  );
});

test("ids of several systems are in one cell as JSON, and other text there is an error", () => {
  const ids = [
    { source: "erp", value: "1" },
    { source: "crm: a", value: "2" },
  ];
  const column = columnOf(customersSheet, "externalIds");
  if (!column) throw new Error("no column");
  expect(readSourcedIds(JSON.stringify(ids))).toEqual(ids);
  expect(parseCell(column, JSON.stringify(ids), PLAIN)).toEqual({ value: JSON.stringify(ids) });
  expect(parseCell(column, "erp: 1", PLAIN)).toEqual({
    issue: { code: "invalid", value: "erp: 1" },
  });
});

test("columns of several systems go to a field each; a second one of a system stays out", () => {
  const headers = ["Name", "External ID: billing", "externalIds.support", "External ID: billing"];
  const columns = headers.map((header) => ({
    header,
    profile: profileOf(header === "Name" ? ["Alfa", "Beta"] : ["1", "2"]),
  }));
  expect(matchColumns(columns, customersSheet).map(({ field, reason }) => [field, reason])).toEqual(
    [
      ["legalName", "header"],
      ["externalIds.billing", "header"],
      ["externalIds.support", "header"],
      [null, "fieldTaken"],
    ],
  );
});

test("a sheet of records without ids in other systems has no column for them", () => {
  const schema = {
    ...customersSheet,
    columns: customersSheet.columns.filter(({ key }) => key !== "externalIds"),
  };
  expect(columnOf(schema, "externalIds.billing")).toBeUndefined();
  expect(columnOf(customersSheet, "externalIds.billing")).toMatchObject({ source: "billing" });
  const columns = [{ header: "External ID: billing", profile: profileOf(["1"]) }];
  expect(matchColumns(columns, schema)[0]?.field).toBe("externalId");
});
