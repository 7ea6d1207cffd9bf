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

/** The text of a record, quoted where it has to be, or everywhere. */
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
          // A lone line break between records would join with the one before it.
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

test("a quote that is never closed is found with one record in memory, at the line where it opens", () => {
  const parser = new CsvParser(";", 5_000, 100);
  parser.write('a;b\n1;2\n3;"open\n');
  const flood = (): void => {
    for (let index = 0; index < 1_000; index += 1) parser.write(`${index};text\n`);
  };
  expect(flood).toThrow(
    expect.objectContaining({ code: "unclosedQuote", params: { line: 3, value: '"open' } }),
  );
});
