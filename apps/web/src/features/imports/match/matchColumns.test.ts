import { byWorry, columnLetters, type ReadColumn, surenessOf, withChange } from "./matchColumns.js";

const column = (index: number, field: string | null, confidence: string | null): ReadColumn => ({
  index,
  header: `h${index}`,
  samples: ["x"],
  filledRows: 1,
  status: field ? "IMPORTED" : "NOT_IMPORTED",
  reason: field ? "HEADER" : "UNKNOWN_HEADER",
  field,
  fallback: false,
  suggestion: null,
  values: [],
  confidence,
  dateOrder: null,
  decimalMark: null,
  rule: "OVERWRITE",
});

describe("the columns of a file", () => {
  it("are ordered by how much they need a decision, then as in the file; empty ones last", () => {
    const columns = [
      column(0, "city", "exact"),
      { ...column(1, null, "check"), suggestion: "email" },
      column(2, null, null),
      column(3, "phone", "likely"),
      { ...column(4, null, null), filledRows: 0 },
      column(5, null, null),
    ];
    expect(byWorry(columns)).toEqual([1, 2, 5, 3, 0, 4]);
  });

  it("are a person's choice where they differ from what was found", () => {
    const found = column(0, "city", "likely");
    expect(surenessOf(found, found)).toBe("likely");
    expect(surenessOf(found, { ...found, field: "district" })).toBe("chosen");
    expect(surenessOf(found, { ...found, field: null })).toBe("none");
  });

  it("take a field from one column, and from others where it is blank", () => {
    const choices = [column(0, "phone", "exact"), column(1, null, null)];
    const fieldsOf = (change: object) =>
      withChange(choices, 1, change).map(({ field, fallback }) => [field, fallback]);
    expect(fieldsOf({ field: "phone", fallback: false })).toEqual([
      [null, false],
      ["phone", false],
    ]);
    expect(fieldsOf({ field: "phone", fallback: true })).toEqual([
      ["phone", false],
      ["phone", true],
    ]);
    expect(fieldsOf({ field: null })).toEqual([
      ["phone", false],
      [null, false],
    ]);
  });

  it("are named as spreadsheets do", () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});
