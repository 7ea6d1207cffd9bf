import { writeXlsxStream } from "hucre/xlsx";
import * as XLSX from "xlsx";
import { makeFolder, readAll } from "./reading.factory.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const table = [
  ["Nome", "Documento", "Valor", "Nota"],
  ["São João & Filhos <Ltda>", "00000000000191", 1234.56, "linha 1\nlinha 2"],
  ["=SOMA(A1)", "+55 11 91234-5678", -0.5, "  espaços  "],
  ["😀 'emoji' \"aspas\"", "12345678901234567", 19.99, "08/03"],
];
const read = [
  {
    line: 2,
    cells: ["São João & Filhos <Ltda>", "00000000000191", "1234.56", "linha 1\nlinha 2"],
    kinds: "ttnt",
  },
  { line: 3, cells: ["=SOMA(A1)", "+55 11 91234-5678", "-0.5", "  espaços  "], kinds: "ttnt" },
  {
    line: 4,
    cells: ["😀 'emoji' \"aspas\"", "12345678901234567", "19.99", "08/03"],
    kinds: "ttnt",
  },
];

const streamed = async (zip64: boolean): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsxStream(table, { name: "Clientes", zip64 })) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const whole = (bookType: XLSX.BookType, bookSST = false): Buffer => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), "Clientes");
  return Buffer.from(XLSX.write(book, { type: "buffer", bookType, bookSST, compression: true }));
};

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ["hucre, streamed", () => streamed(false)],
  ["hucre, streamed as ZIP64", () => streamed(true)],
  ["SheetJS, .xlsx with texts in place", () => whole("xlsx")],
  ["SheetJS, .xlsx with shared strings", () => whole("xlsx", true)],
  ["SheetJS, .ods", () => whole("ods")],
  ["SheetJS, .xls", () => whole("biff8")],
  ["SheetJS, .xlsb", () => whole("xlsb")],
])("a table written by %s reads as it was", async (_name, write) => {
  const { inspection, rows } = await readAll(await files.write(await write()));
  expect(inspection.headers.map((header) => header.text)).toEqual(table[0]);
  expect(rows).toEqual(read);
});
