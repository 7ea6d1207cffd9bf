import { errorOf, makeFolder, makeXlsx, readAll, rowXml, textXml } from "./reading.factory.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const read = async (content: Buffer, choice = {}, limits = {}) =>
  readAll(await files.write(content), choice, limits);
const failure = async (content: Buffer, choice = {}, limits = {}) =>
  errorOf(read(content, choice, limits));
const header = rowXml(1, ["Nome", "Valor"]);
const values = async (cells: string[], book: { formats?: string[]; date1904?: boolean } = {}) => {
  const data = header + cells.map((cell, index) => rowXml(index + 2, ["x", cell])).join("");
  const { rows } = await read(makeXlsx({ ...book, sheets: [{ name: "A", data }] }));
  return rows.map((row) => [row.cells[1], row.kinds?.[1] ?? "t", row.issues?.[0]?.code]);
};

// On an idle machine it takes a tenth of a second, mostly to start two processes, which on a busy one can take
// seconds; a phantom range that is walked cell by cell takes minutes.
const FAR_LESS_THAN_A_WALK_MS = 10_000;

describe("sizes and references that lie or are missing", () => {
  test("a dimension of A1:XFD1048576 on a small sheet", async () => {
    const data = header + rowXml(2, ["Ana", "1"]);
    const before = '<dimension ref="A1:XFD1048576"/>';
    const started = performance.now();
    const { cells, summary } = await read(makeXlsx({ sheets: [{ name: "A", data, before }] }));
    expect(cells).toEqual([["Ana", "1"]]);
    expect(summary).toMatchObject({ rows: 1, rowsOutsideHeaders: 0 });
    expect(performance.now() - started).toBeLessThan(FAR_LESS_THAN_A_WALK_MS);
  });

  test("one cell at XFD1048576: the real rows are read, and the cell is reported", async () => {
    const data = `${header + rowXml(2, ["Ana", "1"])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const started = performance.now();
    const { inspection, cells, summary } = await read(makeXlsx(data));
    expect(inspection.headers).toHaveLength(2);
    expect(cells).toEqual([["Ana", "1"]]);
    expect(summary).toMatchObject({ rows: 1, rowsOutsideHeaders: 1 });
    expect(performance.now() - started).toBeLessThan(FAR_LESS_THAN_A_WALK_MS);
  });

  test("rows and cells without r=, cells in any order, empty styled cells", async () => {
    const data = `<row>${textXml("Nome")}${textXml("Valor")}${textXml("Nota")}</row><row><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row><row><c s="1"/><c><v>5</v></c></row><row r="7"><c r='B7'><v> 8 </v></c></row>`;
    const { rows } = await read(makeXlsx(data));
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, "1", "", "3"],
      [3, "", "5", ""],
      [7, "", "8", ""],
    ]);
  });

  test("shared strings after the sheet, with wrong counts, runs and phonetic hints", async () => {
    const strings =
      '<si><t>Nome</t></si><si><r><t>Jo</t></r><r><t xml:space="preserve">sé </t></r><rPh><t>hint</t></rPh></si><si><t/></si>';
    const data = `<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c></row>`;
    const { cells } = await read(
      makeXlsx({ sheets: [{ name: "A", data }], strings, stringsLast: true }),
    );
    expect(cells).toEqual([["José "]]);
  });

  test("prefixes, single quotes, comments, CDATA, references and escapes in XML", async () => {
    const data = `<x:row r='1'><x:c r='A1' t='str'><x:v>Nome</x:v></x:c></x:row><!-- <row/> --><row r="2"><c r="A2" t="inlineStr"><is><t>A &amp; B &#233; &#x1F600; _x000D_ &lt;i&gt;</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t><![CDATA[1 < 2 & "3"]]></t></is></c></row>`;
    const { cells } = await read(makeXlsx(data));
    expect(cells).toEqual([["A & B é 😀 \r <i>"], ['1 < 2 & "3"']]);
  });
});

describe("sheets", () => {
  const sheets = [
    { name: "Gráfico", chart: true },
    { name: "Oculta", state: "hidden" as const, data: header + rowXml(2, ["o", "1"]) },
    { name: "Vazia", data: '<row r="1"><c r="A1" s="0"/></row>' },
    { name: "R&amp;D", data: header + rowXml(2, ["r", "2"]) },
  ];

  test("chart, hidden and empty sheets first: the first visible one with cells is taken", async () => {
    const { inspection, cells } = await read(makeXlsx({ sheets }));
    expect(inspection.sheets).toEqual([
      { name: "Gráfico", hidden: false, readable: false, empty: true },
      { name: "Oculta", hidden: true, readable: true, empty: false },
      { name: "Vazia", hidden: false, readable: true, empty: true },
      { name: "R&D", hidden: false, readable: true, empty: false },
    ]);
    expect(inspection.sheet).toBe("R&D");
    expect(cells).toEqual([["r", "2"]]);
  });

  test("another sheet can be chosen; a chart, an empty or an unknown one says so", async () => {
    const file = makeXlsx({ sheets });
    expect((await read(file, { sheet: "Oculta" })).cells).toEqual([["o", "1"]]);
    expect(await failure(file, { sheet: "Gráfico" })).toEqual({
      code: "sheetNotReadable",
      params: { sheet: "Gráfico" },
    });
    expect((await failure(file, { sheet: "Vazia" })).code).toBe("noUsableColumns");
    expect((await failure(file, { sheet: "Nada" })).code).toBe("sheetNotFound");
    expect((await failure(makeXlsx({ sheets: sheets.slice(0, 1) }))).code).toBe("noReadableSheet");
  });

  test("header only", async () => {
    expect((await failure(makeXlsx(header))).code).toBe("headerOnly");
  });
});

describe("dates", () => {
  const cell = (serial: string, style = 1) => `<c s="${style}"><v>${serial}</v></c>`;

  test("in the 1900 system", async () => {
    const formats = ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "[$-416]h:mm AM/PM", "[h]:mm:ss", '"dia" 0'];
    expect(
      await values(
        [
          cell("46085"),
          cell("46085.4306712963", 2),
          cell("46085.99999999", 2),
          cell("1"),
          cell("59"),
          cell("60"),
          cell("61"),
          cell("0"),
          cell("-1"),
          cell("2958465"),
          cell("2958466"),
          cell("0.75", 3),
          cell("1.5", 4),
          cell("3", 5),
          '<c t="d"><v>2026-03-04T00:00:00</v></c>',
        ],
        { formats },
      ),
    ).toEqual([
      ["2026-03-04", "d", undefined],
      ["2026-03-04T10:20:10", "d", undefined],
      ["2026-03-05", "d", undefined],
      ["1900-01-01", "d", undefined],
      ["1900-02-28", "d", undefined],
      ["1900-02-29", "d", "dateDoesNotExist"],
      ["1900-03-01", "d", undefined],
      ["1900-01-00", "d", "dateDoesNotExist"],
      ["-1", "n", "dateOutOfRange"],
      ["9999-12-31", "d", undefined],
      ["2958466", "n", "dateOutOfRange"],
      ["18:00:00", "d", "timeWithoutDate"],
      ["36:00:00", "t", undefined],
      ["3", "n", undefined],
      ["2026-03-04", "d", undefined],
    ]);
  });

  test("in the 1904 system", async () => {
    expect(
      await values([cell("44623"), cell("0"), cell("60"), cell("-3")], {
        formats: ["yyyy-mm-dd"],
        date1904: true,
      }),
    ).toEqual([
      ["2026-03-04", "d", undefined],
      ["1904-01-01", "d", undefined],
      ["1904-03-01", "d", undefined],
      ["-3", "n", "dateOutOfRange"],
    ]);
  });
});

describe("numbers", () => {
  const cell = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;

  test("are the decimal text that the file holds", async () => {
    const texts = [
      "5",
      "0.1",
      "-12.50",
      "1.2345678000195E13",
      "19.989999999999998",
      "1e-7",
      "0",
      "1E3",
    ];
    expect(
      (await values(texts.map((text) => cell(text)))).map(([text, kind]) => [text, kind]),
    ).toEqual([
      ["5", "n"],
      ["0.1", "n"],
      ["-12.5", "n"],
      ["12345678000195", "n"],
      ["19.99", "n"],
      ["0.0000001", "n"],
      ["0", "n"],
      ["1000", "n"],
    ]);
  });

  test("that the spreadsheet rounded are errors", async () => {
    const texts = [
      "12345678901234500",
      "1.23456789012345E+16",
      "12345678901234568",
      "123456789012345",
      "1234567890123456",
      "12345678901234567",
    ];
    expect((await values(texts.map((text) => cell(text)))).map(([, , issue]) => issue)).toEqual([
      "precisionLost",
      "precisionLost",
      "precisionLost",
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("under a format that fills up with zeros are read as shown", async () => {
    const formats = ["00000\\-000", "000\\.000\\.000\\-00", "00000000000000", "00.00"];
    expect(
      await values([cell("1310100", 1), cell("1234567890", 2), cell("195", 3), cell("5", 4)], {
        formats,
      }),
    ).toEqual([
      ["01310-100", "t", undefined],
      ["012.345.678-90", "t", undefined],
      ["00000000000195", "t", undefined],
      ["5", "n", undefined],
    ]);
  });
});

describe("cells without a value of their own", () => {
  test("errors and formulas that were never calculated are marked on the row", async () => {
    expect(
      await values([
        '<c t="e"><f>A0</f><v>#REF!</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        "<c><f>1+1</f></c>",
        "<c><f>1+1</f><v/></c>",
        "<c><f>1+1</f><v>2</v></c>",
        '<c t="str"><f>""</f><v></v></c>',
        '<c t="b"><v>1</v></c>',
        textXml("#REF!"),
      ]),
    ).toEqual([
      ["#REF!", "e", "cellError"],
      ["#N/A", "e", "cellError"],
      ["", "f", "formulaWithoutValue"],
      ["", "f", "formulaWithoutValue"],
      ["2", "n", undefined],
      ["", "t", undefined],
      ["true", "b", undefined],
      ["#REF!", "t", undefined],
    ]);
  });

  test("NUL and half characters are marked; an emoji in two escapes is one", async () => {
    expect(
      await values([
        textXml("a_x0000_b"),
        textXml("a_xD83D_b"),
        textXml("_xD83D__xDE00_"),
        textXml("\u200e\u00a0ok"),
      ]),
    ).toEqual([
      ["a␀b", "t", "nulCharacter"],
      ["a\ufffdb", "t", "loneSurrogate"],
      ["😀", "t", undefined],
      ["\u200e\u00a0ok", "t", undefined],
    ]);
  });
});

test("a value to the right of the last header is an issue of its row", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => rowXml(index + 2, ["x", "1"])).join("");
  const data = `${header}${rows}<row r="400">${textXml("y")}<c r="Z400"><v>7</v></c></row>`;
  const { rows: read1 } = await read(makeXlsx(data));
  expect(read1.at(-1)).toEqual({
    line: 400,
    cells: ["y", ""],
    issues: [{ column: null, code: "cellOutsideHeaders", value: "Z400" }],
  });
});

test("XML that is cut off, or not XML, is an error and never fewer rows", async () => {
  const whole = makeXlsx({
    sheets: [{ name: "A", data: `${header}${rowXml(2, ["a", "b"])}`, after: "<broken" }],
  });
  expect((await failure(whole)).code).toBe("fileDamaged");
  const crossed = makeXlsx(`${header}<row r="2"><c r="A2" t="str"><v>a</c></v></row>`);
  expect((await failure(crossed)).code).toBe("fileDamaged");
  const backwards = makeXlsx(header + rowXml(3, ["a", "1"]) + rowXml(2, ["b", "2"]));
  expect((await failure(backwards)).code).toBe("fileDamaged");
  const outOfRange = makeXlsx('<row r="1"><c r="A1" t="s"><v>7</v></c></row>');
  expect((await failure(outOfRange)).code).toBe("fileDamaged");
});
