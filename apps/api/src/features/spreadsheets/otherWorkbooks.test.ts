import * as XLSX from "xlsx";
import { makeFolder, makeOds, makeZip, readAll } from "./reading.factory.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

describe.each(["biff8", "xlsb"] as const)("a workbook that is held in memory (%s)", (bookType) => {
  const made = (): Buffer => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ["Nome", "Valor", "Data", "Nota"],
      ["São João", 12.5, null, "=x"],
    ]);
    sheet.C2 = { t: "n", v: 46_085, z: "dd/mm/yyyy" };
    sheet.A3 = { t: "e", v: 23 };
    sheet.B3 = { t: "n", v: 1_310_100, z: "00000\\-000" };
    sheet.C3 = { t: "n", v: 12_345_678_901_234_568 };
    sheet.D3 = { t: "b", v: true };
    sheet["!ref"] = "A1:Z300";
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["x"]]), "Oculta");
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[]]), "Vazia");
    XLSX.utils.book_append_sheet(book, sheet, "Clientes");
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    return Buffer.from(XLSX.write(book, { type: "buffer", bookType }));
  };

  test("is read like the others, without its phantom rows and columns", async () => {
    const { inspection, rows } = await readAll(await files.write(made()));
    expect(inspection.format).toBe(bookType === "biff8" ? "xls" : "xlsb");
    expect(inspection.sheet).toBe("Clientes");
    expect(inspection.sheets.map(({ name, hidden, empty }) => [name, hidden, empty])).toEqual([
      ["Oculta", true, false],
      ["Vazia", false, true],
      ["Clientes", false, false],
    ]);
    expect(inspection.headers.map(({ text }) => text)).toEqual(["Nome", "Valor", "Data", "Nota"]);
    expect(rows).toEqual([
      { line: 2, cells: ["São João", "12.5", "2026-03-04", "=x"], kinds: "tndt" },
      {
        line: 3,
        cells: ["#REF!", "01310-100", "12345678901234568", "true"],
        kinds: "etnb",
        issues: [
          { column: 0, code: "cellError", value: "#REF!" },
          { column: 2, code: "precisionLost", value: "12345678901234568" },
        ],
      },
    ]);
  });
});

/** The parts of a workbook that is written as .xlsb. */
function xlsbParts(book: XLSX.WorkBook): { name: string; data: Buffer }[] {
  const written = XLSX.CFB.read(XLSX.write(book, { type: "buffer", bookType: "xlsb" }), {
    type: "buffer",
  });
  const parts: { content: Buffer; size: number }[] = written.FileIndex;
  return parts.flatMap(({ content, size }, at) => {
    const name: string = written.FullPaths[at].replace(/^[^/]*\//, "");
    return size ? [{ name, data: Buffer.from(content) }] : [];
  });
}

/** The first bytes of a sheet's hyperlink record; its range comes next ([MS-XLSB] 2.4.662). */
const LINK = Buffer.from([0xee, 0x03, 0x28]);

/** An .xlsb with a link on these columns, from the first row to the last. */
function withLinkedColumns(lastColumn: number): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["Nome", "Site"],
    ["São João", "saojoao.example"],
  ]);
  sheet.B2.l = { Target: "https://saojoao.example/" };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "Clientes");
  const parts = xlsbParts(book);
  for (const { data } of parts) {
    const found = data.indexOf(LINK);
    if (found < 0) continue;
    for (const [field, value] of [0, 1_048_575, 0, lastColumn].entries())
      data.writeUInt32LE(value, found + LINK.length + 4 * field);
  }
  return makeZip(parts);
}

test("a link on whole columns of an .xlsb makes no cells of them", async () => {
  const { rows } = await readAll(await files.write(withLinkedColumns(16_383)));
  expect(rows).toEqual([{ line: 2, cells: ["São João", "saojoao.example"] }]);
});

test("parts of an .xlsb that are no cells are not looked at", async () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["Nome"], ["Ana"]]), "A");
  const junk = { name: "xl/pivotCache/pivotCacheRecords1.bin", data: Buffer.alloc(1_000, 0xff) };
  const { rows } = await readAll(await files.write(makeZip([...xlsbParts(book), junk])));
  expect(rows).toEqual([{ line: 2, cells: ["Ana"] }]);
});

describe("an .ods file", () => {
  const cell = (text: string, more = 'office:value-type="string"') =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
  const head = `<table:table-row>${cell("Nome")}${cell("Valor")}</table:table-row>`;
  const valued = (type: string, value: string, shown = "shown") =>
    cell(shown, `office:value-type="${type}" office:${value}`);
  const row = (second: string) => `<table:table-row>${cell("x")}${second}</table:table-row>`;

  test("gives texts, numbers, dates and errors", async () => {
    const seconds = [
      valued("float", 'value="1.2345678000195E13"'),
      valued("currency", 'value="19.99"', "R$ 19,99"),
      valued("float", 'value="1310100"', "01310-100"),
      valued("date", 'date-value="2026-03-04"', "04/03/26"),
      valued("date", 'date-value="2026-03-04T10:20:30"'),
      valued("time", 'time-value="PT10H20M30S"'),
      valued("boolean", 'boolean-value="true"', "VERDADEIRO"),
      cell("#REF!", 'table:formula="of:=A0" office:value-type="string" calcext:value-type="error"'),
      '<table:table-cell table:formula="of:=1+1"/>',
      '<table:table-cell office:value-type="string"><office:annotation><text:p>nota</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>é &amp; <text:span>c</text:span></text:p></table:table-cell>',
    ];
    const { rows } = await readAll(
      await files.write(
        makeOds(`<table:table table:name="A">${head}${seconds.map(row).join("")}</table:table>`),
      ),
    );
    expect(
      rows.map((read) => [read.cells[1], read.kinds?.[1] ?? "t", read.issues?.[0]?.code]),
    ).toEqual([
      ["12345678000195", "n", undefined],
      ["19.99", "n", undefined],
      ["01310-100", "t", undefined],
      ["2026-03-04", "d", undefined],
      ["2026-03-04T10:20:30", "d", undefined],
      ["10:20:30", "d", "timeWithoutDate"],
      ["true", "b", undefined],
      ["#REF!", "e", "cellError"],
      ["", "f", "formulaWithoutValue"],
      ["a  b\né & c", "t", undefined],
    ]);
  });

  test("has hidden and empty sheets, and a million repeated empty rows and columns", async () => {
    const styles =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const gap =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const end =
      '<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const twice = `<table:table-row table:number-rows-repeated="2">${cell("y", 'office:value-type="string" table:number-columns-repeated="2"')}</table:table-row>`;
    const tables = `<table:table table:name="Oculta" table:style-name="h">${head}${row(cell("z"))}</table:table><table:table table:name="Vazia">${end}</table:table><table:table table:name="Clientes">${head}${gap}${row(cell("1"))}${twice}${end}</table:table>`;
    const { inspection, rows } = await readAll(await files.write(makeOds(tables, styles)));
    expect(inspection.sheets.map(({ name, hidden, empty }) => [name, hidden, empty])).toEqual([
      ["Oculta", true, false],
      ["Vazia", false, true],
      ["Clientes", false, false],
    ]);
    expect(rows).toEqual([
      { line: 5, cells: ["x", "1"] },
      { line: 6, cells: ["y", "y"] },
      { line: 7, cells: ["y", "y"] },
    ]);
  });
});
