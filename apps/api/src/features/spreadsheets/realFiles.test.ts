import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { errorOf } from "./reading.factory.js";
import { inspectFile, readRows } from "./readSheet.js";
import type { Row } from "./row.js";

const root = fileURLToPath(new URL("../../../../../../", import.meta.url));
const folder = process.env.SPREADSHEETS_DIR ?? join(root, "../shared/data/spreadsheets");

/** A test of one real file; reports "not present" where the folder of real files does not exist. */
function real(file: string, check: (path: string) => Promise<void>): void {
  const path = join(folder, file);
  const present = existsSync(path);
  test(`${file}${present ? "" : " (not present)"}`, async () => {
    if (present) await check(path);
    else expect(existsSync(path)).toBe(false);
  });
}

async function rowsOf(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readRows(path)) rows.push(...batch);
  return rows;
}

const headersOf = async (path: string) =>
  (await inspectFile(path)).headers.map((header) => header.text);

describe(`real files in ${folder}`, () => {
  real("contacts-atomic-crm.csv", async (path) => {
    expect(await headersOf(path)).toHaveLength(24);
    const rows = await rowsOf(path);
    expect(rows).toHaveLength(500);
    expect(rows.every((row) => row.cells.length === 24 && row.issues === undefined)).toBe(true);
    expect(rows[0]?.cells.slice(0, 3)).toEqual(["2", "Shelley", "Kerluke"]);
  });

  real("clients-title-line-above-header.csv", async (path) => {
    expect(await inspectFile(path)).toMatchObject({ headerRow: 4, rowEstimate: 20 });
    expect((await headersOf(path)).slice(0, 3)).toEqual(["Name", "Balance", "Paid to Date"]);
    expect((await rowsOf(path))[0]).toMatchObject({ line: 5 });
  });

  real("clients-freshbooks.csv", async (path) => {
    expect((await rowsOf(path)).map((row) => row.cells[0])).toEqual(["Marge Simpson", "X-Men"]);
  });

  real("customers-tax-id-as-number.xlsx", async (path) => {
    expect(await headersOf(path)).toEqual(["Наименование", "ИНН", "Адрес"]);
    expect((await rowsOf(path)).map((row) => [row.cells[1], row.kinds])).toEqual([
      ["5878963", "tnt"],
      ["7895688", "tnt"],
      ["8579541", "tnt"],
    ]);
  });

  real("windows-1252.csv", async (path) => {
    expect((await inspectFile(path)).encoding).toBe("windows-1252");
    expect(await headersOf(path)).toEqual(["première", "second", "troisième"]);
    expect(await rowsOf(path)).toEqual([{ line: 2, cells: ["Quatrième", "cinquième", "sixième"] }]);
  });

  real("utf-16le-bom.csv", async (path) => {
    expect((await inspectFile(path)).encoding).toBe("utf-16le");
    expect(await rowsOf(path)).toEqual([{ line: 2, cells: ["Quatrième", "cinquième", "sixième"] }]);
  });

  real("sep-line.csv", async (path) => {
    expect(await inspectFile(path)).toMatchObject({ delimiter: ";", headerRow: 2 });
    expect(await rowsOf(path)).toEqual([{ line: 3, cells: ["2", "3"] }]);
  });

  real("line-end-cr.csv", async (path) => {
    expect(await rowsOf(path)).toEqual([{ line: 2, cells: ["2", "3"] }]);
  });

  real("two-header-rows.xlsx", async (path) => {
    expect(await inspectFile(path)).toMatchObject({ headerTop: 1, headerRow: 5 });
    expect(await headersOf(path)).toEqual([
      "Region",
      "Caloric contribution (%)",
      "from previous quarter",
      "from baseline (%)",
    ]);
    expect(await rowsOf(path)).toEqual([{ line: 6, cells: ["A", "B", "C", "D"] }]);
  });

  real("merged-cells.xlsx", async (path) => {
    expect(await errorOf(inspectFile(path))).toEqual({ code: "headerOnly", params: { row: 1 } });
  });

  real("scientific-notation.xlsx", async (path) => {
    expect(await rowsOf(path)).toEqual([
      { line: 2, cells: ["0.000000427335427525861"], kinds: "n" },
    ]);
  });

  real("dates-1904.xlsx", async (path) => {
    expect((await rowsOf(path)).map((row) => row.cells)).toEqual([
      ["2021-01-01", "15"],
      ["2021-01-02", "16"],
      ["255:10:10", "17"],
    ]);
  });

  real("hidden-and-chart-sheets.xlsx", async (path) => {
    const { sheets, sheet } = await inspectFile(path);
    expect(sheet).toBe("Visible");
    expect(sheets.map(({ name, hidden, readable }) => [name, hidden, readable])).toEqual([
      ["Visible", false, true],
      ["Hidden", true, true],
      ["VeryHidden", true, true],
      ["Chart", false, false],
    ]);
  });

  real("error-cells.xlsx", async (path) => {
    const rows = await rowsOf(path);
    expect(rows.map((row) => row.cells[0])).toEqual([
      "#DIV/0!",
      "#NAME?",
      "#VALUE!",
      "#NULL!",
      "#REF!",
      "#NUM!",
      "#N/A",
    ]);
    expect(rows.every((row) => row.issues?.[0]?.code === "cellError")).toBe(true);
  });
});
