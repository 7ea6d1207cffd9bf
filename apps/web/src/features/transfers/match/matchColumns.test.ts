import { byWorry, columnLetters, type ReadColumn, surenessOf, withField } from "./matchColumns.js";

const column = (index: number, field: string | null, confidence: string | null): ReadColumn => ({
  index,
  header: `h${index}`,
  samples: ["x"],
  field,
  confidence,
  dateOrder: null,
  decimalMark: null,
  rule: "OVERWRITE",
});

describe("the columns of a file", () => {
  it("stand by how much they need a person, then in the file's order; empty ones last", () => {
    const columns = [
      column(0, "city", "exact"),
      column(1, "email", "check"),
      column(2, null, null),
      column(3, "phone", "likely"),
      { ...column(4, null, null), samples: [" "] },
      column(5, null, null),
    ];
    expect(byWorry(columns)).toEqual([2, 5, 1, 3, 0, 4]);
  });

  it("are a person's choice where they differ from what was found", () => {
    const found = column(0, "city", "likely");
    expect(surenessOf(found, found)).toBe("likely");
    expect(surenessOf(found, { ...found, field: "district" })).toBe("chosen");
    expect(surenessOf(found, { ...found, field: null })).toBe("none");
  });

  it("never send two columns to one field", () => {
    const choices = withField([column(0, "city", "exact"), column(1, null, null)], 1, "city");
    expect(choices.map(({ field }) => field)).toEqual([null, "city"]);
    const none = withField([column(0, null, null), column(1, "city", null)], 1, null);
    expect(none.map(({ field }) => field)).toEqual([null, null]);
  });

  it("are named as spreadsheets do", () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});
