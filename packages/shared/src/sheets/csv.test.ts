import fc from "fast-check";
import { csvLine, escapeCsvText, unescapeCsvText } from "./csv.js";

/**
 * Splits as spreadsheets do: a quote counts at the beginning of a cell alone, and what comes after the closing one
 * is taken as it stands.
 */
function cellsOf(csv: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let begins = true;
  for (let at = 0; at < csv.length; at += 1) {
    const char = csv.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv.charAt(at + 1) === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (begins && char === '"') {
      quoted = true;
      begins = false;
    } else if (char === separator || char === "\n") {
      cells.push(cell.replace(/\r$/, ""));
      cell = "";
      begins = true;
    } else {
      cell += char;
      begins = false;
    }
  }
  return [...cells, cell];
}

const SEPARATORS = [",", ";", "\t", "|"];
// Some programs strip blanks from the beginning of a cell.
const startsFormula = (cell: string) => /^(?:[^\S\t\r\n]|\u200b)*[=+\-@\t\r＝＋－＠]/.test(cell);

test.each([
  ["a;=cmd|' /C calc'!A0;", "a;'=cmd|' /C calc'!A0;'"],
  ["a,=1+1", "a,'=1+1"],
  ["a;'=1", "a;''=1"],
  ['a;"=1', `a;'"=1`],
  ["a;", "a;'"],
  ["to do:\n- call", "to do:\n'- call"],
  ["one\r\n\r\ntwo", "one\r\n\r\ntwo"],
  ["one\n\ntwo", "one\n\ntwo"],
  ["Silva, Ana; Rio", "Silva, Ana; Rio"],
  ["it's = 5", "it's = 5"],
  ["=1", "'=1"],
  [" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0"],
  ["a; \u00a0＝1", "a;' \u00a0＝1"],
  ["a,\ufeff@SUM(1)", "a,'\ufeff@SUM(1)"],
  ["one\n\n - two", "one\n\n' - two"],
])("%j is written as %j and read back", (text, escaped) => {
  expect(escapeCsvText(text)).toBe(escaped);
  expect(unescapeCsvText(escaped)).toBe(text);
});

test("a line quotes what any separator would split, and nothing else", () => {
  expect(csvLine(["Ana", "a,b", "c;d", 'e"f', "g\nh", "i\tj", ""], ";")).toBe(
    'Ana;"a,b";"c;d";"e""f";"g\nh";"i\tj";',
  );
});

const piece = fc.constantFrom(..."=+-@\t\r\n;,|\"' a1＝\u00a0\u200b\ufeff".split(""));
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(piece).map((all) => all.join("")),
);

test("no text makes a cell that starts a formula, whichever separator a spreadsheet splits at", () => {
  // What stands alone as a signed number or a phone is left as it is.
  const cell = text.filter((any) => !/^[+-]/.test(any));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(",", ";"), (cells, written) => {
      const line = csvLine(cells, written);
      for (const separator of SEPARATORS) {
        expect(cellsOf(`${line}\r\n`, separator).filter(startsFormula)).toEqual([]);
      }
    }),
    { numRuns: 3000 },
  );
});

test("every text comes back", () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(unescapeCsvText(escapeCsvText(any))).toBe(any);
    }),
    { numRuns: 3000 },
  );
});
