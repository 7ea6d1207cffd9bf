import fc from "fast-check";
import { CsvParser } from "./csvParser.js";

const ends = ["\n", "\r\n", "\r"];
const cell = fc.string({
  unit: fc.constantFrom("a", "é", '"', ";", "\n", "\r", " ", "😀", "1"),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

/** The text of a record, quoted where necessary, or everywhere. */
const written = (cells: string[], always: boolean): string =>
  cells
    .map((text) => (always || /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(";");

const parseInPieces = (text: string, pieces: number[]) => {
  const parser = new CsvParser(";", 1_000, 100);
  const rows = [];
  let start = 0;
  for (const size of pieces) {
    rows.push(...parser.write(text.slice(start, start + size)));
    start += size;
  }
  rows.push(...parser.write(text.slice(start)), ...parser.end());
  return rows;
};

test("what was written is read, at its line, whatever the line ends and the pieces it comes in", () => {
  fc.assert(
    fc.property(
      table,
      fc.array(fc.constantFrom(...ends), { minLength: 6, maxLength: 6 }),
      fc.array(fc.nat(9), { maxLength: 20 }),
      fc.boolean(),
      (records, lineEnds, pieces, always) => {
        let text = "";
        const expected = [];
        for (const [index, cells] of records.entries()) {
          const record = written(cells, always);
          const line = 1 + text.replaceAll("\r\n", "\n").replace(/[^\r\n]/g, "").length;
          // A lone line break between records would be joined with the one before it.
          const end = lineEnds[index] ?? "\n";
          if (record === "" || (text.endsWith("\r") && record.startsWith("\n"))) continue;
          if (cells.length > 1 || cells[0] !== "") expected.push({ line, cells });
          text += record + end;
        }
        expect(parseInPieces(text, pieces)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test("a quote that is never closed marks its own line, with one record in memory, and the rest is read", () => {
  const parser = new CsvParser(";", 5_000, 100);
  const rows = parser.write('a;b\n1;2\n3;"open\n');
  for (let index = 0; index < 1_000; index += 1) rows.push(...parser.write(`${index};text\n`));
  rows.push(...parser.end());
  expect(rows).toHaveLength(1_003);
  expect(rows[2]).toEqual({
    line: 3,
    cells: ["3", '"open'],
    issues: [{ column: 1, code: "unclosedQuote", value: '"open' }],
  });
  expect(rows[1_002]).toEqual({ line: 1_003, cells: ["999", "text"] });
});

test.each([
  ["double", 'x;"a ""b"" c"', ["x", 'a "b" c']],
  ["backslash", String.raw`x;"a \"b\" \\ c"`, ["x", String.raw`a "b" \ c`]],
  ["backslash", String.raw`x;"ends with \\"`, ["x", "ends with \\"]],
  ["none", '"x";a "b"', ['"x"', 'a "b"']],
] as const)("quotes are read as the file writes them (%s)", (quoting, line, cells) => {
  const parser = new CsvParser(";", 5_000, 100, quoting);
  expect([...parser.write(line), ...parser.end()]).toEqual([{ line: 1, cells }]);
});
