import { makeFolder, makeOds, makeXlsx, readAll, rowXml, textXml } from "../reading.factory.js";
import { parseFormatCode } from "./numberFormat.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

test.each([
  ['"R$" #,##0.00', "BRL"],
  ["R$ #,##0.00", "BRL"],
  ["[$R$-416]\\ #,##0.00", "BRL"],
  ['_-"R$"* #,##0.00_-;\\-"R$"* #,##0.00_-;_-"R$"* "-"??_-;_-@_-', "BRL"],
  ["_-[$R$-416]\\ * #,##0.00_-;\\-[$R$-416]\\ * #,##0.00_-", "BRL"],
  ["[$€-816] #,##0.00", "EUR"],
  ["#,##0.00\\ [$€-816];[RED]\\-#,##0.00\\ [$€-816]", "EUR"],
  ["[$€-2] #,##0.00", "EUR"],
  ["#,##0.00\\ €", "EUR"],
  ['0.00" EUR"', "EUR"],
  ["[$USD] #,##0.00", "USD"],
  ["[$US$-409]#,##0", "USD"],
  ["US$ #,##0.00", "USD"],
  ["[$$-409]#,##0.00", "USD"],
  ["[$$-1009]#,##0.00", "CAD"],
  ["£#,##0", "GBP"],
  ["[$R$-416] General", "BRL"],
])("%s shows amounts in %s", (code, currency) => {
  expect(parseFormatCode(code)).toEqual({ shows: "number", currency });
});

test.each([
  ['"$"#,##0.00'],
  ["$#,##0.00"],
  ["#,##0.00"],
  ['#,##0.00" kg"'],
  ["[Red]0.00"],
  ["[$-416]#,##0.00"],
  ["0.00E+00"],
  ["# ?/?"],
])("%s names no currency", (code) => {
  expect(parseFormatCode(code)).toEqual({ shows: "number" });
});

test.each(["0%", "0.00%", "[Red]0.0%"])("%s shows percentages", (code) => {
  expect(parseFormatCode(code)).toEqual({ shows: "percent" });
});

test.each([["[$-416]d\\ mmm\\ yyyy"], ["dd/mm/yyyy"], ['dd" de "mmmm" de "yyyy']])(
  "%s shows dates",
  (code) => {
    expect(parseFormatCode(code)).toEqual({ shows: "date" });
  },
);

test("amounts of a workbook say the currency that their format shows", async () => {
  const formats = ['"R$" #,##0.00', "[$€-816] #,##0.00"];
  const data =
    rowXml(1, [textXml("Pedido"), textXml("Valor")]) +
    [
      '<c r="B2" s="1"><v>1234.5</v></c>',
      '<c r="B3" s="2"><v>-10</v></c>',
      '<c r="B4"><v>7</v></c>',
    ]
      .map((cell, at) => rowXml(at + 2, [textXml(`P${at}`), cell]))
      .join("");
  const { rows } = await readAll(
    await files.write(makeXlsx({ formats, sheets: [{ name: "A", data }] })),
  );
  expect(rows.map((row) => [row.cells[1], row.kinds?.[1]])).toEqual([
    ["BRL 1234.5", "n"],
    ["EUR -10", "n"],
    ["7", "n"],
  ]);
});

test("amounts of an OpenDocument sheet say their currency", async () => {
  const cell = (text: string, more = 'office:value-type="string"') =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
  const amount = (more: string) => cell("shown", `office:value-type="currency" ${more}`);
  const rows = [
    cell("Valor"),
    amount('office:currency="BRL" office:value="19.99"'),
    amount('office:value="5"'),
  ].map((one) => `<table:table-row>${cell("x")}${one}</table:table-row>`);
  const read = await readAll(
    await files.write(makeOds(`<table:table table:name="A">${rows.join("")}</table:table>`)),
    { headerRow: 1 },
  );
  expect(read.cells.map(([, value]) => value)).toEqual(["BRL 19.99", "5"]);
});
