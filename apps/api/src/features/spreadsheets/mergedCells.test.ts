import * as XLSX from "xlsx";
import { makeFolder, makeOds, makeXlsx, readAll, rowXml, textXml } from "./reading.factory.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const read = async (content: Buffer, choice = {}) => {
  const { rows, inspection } = await readAll(await files.write(content), choice);
  return {
    headers: inspection.headers.map(({ text }) => text),
    rows: rows.map(({ line, cells, issues = [] }) => [
      line,
      ...cells,
      ...issues.map(({ column, code, value }) => `${column} ${code} ${value}`),
    ]),
  };
};

const text = (cells: string[]) => cells.map((cell) => (cell === "" ? "<c/>" : textXml(cell)));
const sheetOf = (rows: string[][], merged: string[]) =>
  makeXlsx({
    sheets: [
      {
        name: "A",
        data: rows.map((cells, at) => rowXml(at + 1, text(cells))).join(""),
        after: `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
      },
    ],
  });

const ORDERS = [
  ["Cliente", "Pedido", "Valor"],
  ["Padaria", "P1", "10"],
  ["", "P2", "20"],
  ["", "", ""],
  ["", "P3", "30"],
  ["Mercado", "P4", "40"],
];

const FILLED = [
  [2, "Padaria", "P1", "10"],
  [3, "Padaria", "P2", "20", "0 mergedCell Padaria"],
  [5, "Padaria", "P3", "30", "0 mergedCell Padaria"],
  [6, "Mercado", "P4", "40"],
];

test("a value merged over several rows is that of each of them, and said so", async () => {
  const { rows } = await read(sheetOf(ORDERS, ["A2:A5"]));
  expect(rows).toEqual(FILLED);
});

test.each(["xls", "xlsb", "ods"] as const)("the same in an .%s workbook", async (bookType) => {
  const sheet = XLSX.utils.aoa_to_sheet(ORDERS.map((row) => row.map((cell) => cell || null)));
  sheet["!merges"] = [XLSX.utils.decode_range("A2:A5")];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "A");
  const content = XLSX.write(book, { type: "buffer", bookType }) as Buffer;
  expect((await read(content)).rows).toEqual(FILLED);
});

test("what is merged over the header, or over columns, shifts and repeats nothing", async () => {
  const rows = [
    ["Relatório de clientes", "", "", ""],
    ["Nome", "Endereço", "", "Telefone"],
    ["", "Cidade", "País", ""],
    ["Ana", "Faro", "PT", "+351 912 345 678"],
    ["Bia", "Porto", "PT", "+351 912 345 679"],
  ];
  const read1 = await read(sheetOf(rows, ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]));
  expect(read1.headers).toEqual(["Nome", "Cidade", "País", "Telefone"]);
  expect(read1.rows.map(([line, name]) => [line, name])).toEqual([
    [4, "Ana"],
    [5, "Bia"],
  ]);
  const wide = [
    ["Nome", "Notas", "País"],
    ["Ana", "duas colunas", ""],
    ["Bia", "x", "PT"],
  ];
  expect((await read(sheetOf(wide, ["B2:C2"]))).rows).toEqual([
    [2, "Ana", "duas colunas", ""],
    [3, "Bia", "x", "PT"],
  ]);
});

test("a block of several columns and rows has its value in the first column of each row", async () => {
  const rows = [
    ["Nome", "Grupo", "Nota", "Cidade"],
    ["Ana", "Sul", "", "Faro"],
    ["Bia", "", "", "Olhão"],
  ];
  expect((await read(sheetOf(rows, ["B2:C3"]))).rows).toEqual([
    [2, "Ana", "Sul", "", "Faro"],
    [3, "Bia", "Sul", "", "Olhão", "1 mergedCell Sul"],
  ]);
});

test("ranges that lie cost nothing", async () => {
  const lies = ["A1:XFD1048576", "A2:A1048576", "B5:B2", "C2", "ZZZ9:ZZZ99999999", "A2:A1048575"];
  const { rows } = await read(sheetOf(ORDERS.slice(0, 3), lies));
  expect(rows.map(([line, name]) => [line, name])).toEqual([
    [2, "Padaria"],
    [3, "Padaria"],
  ]);
});

test("a merged value of the .ods reader of our own is filled as well", async () => {
  const cell = (value: string, more = "") =>
    `<table:table-cell office:value-type="string" ${more}><text:p>${value}</text:p></table:table-cell>`;
  const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
  const table = [
    row(cell("Cliente") + cell("Pedido")),
    row(cell("Padaria", 'table:number-rows-spanned="2"') + cell("P1")),
    row(`<table:covered-table-cell/>${cell("P2")}`),
    row(cell("Mercado") + cell("P3")),
  ].join("");
  const { rows } = await read(makeOds(`<table:table table:name="A">${table}</table:table>`));
  expect(rows).toEqual([
    [2, "Padaria", "P1"],
    [3, "Padaria", "P2", "0 mergedCell Padaria"],
    [4, "Mercado", "P3"],
  ]);
});
