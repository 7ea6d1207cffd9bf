import { isMarkedFooter, markFooter, RowsAmid } from "./footer.js";
import type { Row } from "./row.js";

const rowsOf = (...lines: string[]): Row[] =>
  lines.map((line, at) => ({ line: at + 2, cells: line.split(";") }));

const marked = (...lines: string[]) => {
  const rows = rowsOf("Padaria Ltda;Porto;10", ...lines);
  markFooter(rows);
  return rows.map(isMarkedFooter).slice(1);
};

test.each([
  "Total de registros: 120;;",
  "Total: 2 clientes;;",
  "Total geral: 1 500 registos;;",
  "Total;;1.234,50",
  "TOTAL GERAL;;R$ 1.234,50",
  ";Totais;20",
  "120 registros encontrados;;",
  "Registros: 120;;",
  "Página 1 de 3;;",
  "Gerado em 01/02/2026 por Ana;;",
  "Relatório emitido em 01/02/2026;;",
  "Total records: 120;;",
  "Grand total;;$ 100.00",
  "Fim do relatório;;",
])("%s is asked about", (line) => {
  expect(marked(line)).toEqual([true]);
});

test.each([
  "Total Energies;;",
  "Totalmente Digital Ltda;Lisboa;3",
  "Total;Paris;Ana",
  "Subtotal Consultoria;;",
  "Registros Públicos SA;;",
  "Page Group;London;",
  "120 Graus Ltda;;",
  "Padaria;;",
])("%s is a record", (line) => {
  expect(marked(line)).toEqual([false]);
});

test("the footer ends where a record is above it", () => {
  expect(marked("Total;;10", "Mercado;Faro;1", "Total;;20", "Página 1 de 1;;")).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

const HEADERS = ["Cliente", "Cidade", "Valor"];
const markedAmid = (...lines: string[]) => {
  const rows = rowsOf(...lines);
  const amid = new RowsAmid(HEADERS);
  for (const row of rows) amid.look(row);
  return rows.map(isMarkedFooter);
};

test.each([
  "Subtotal;;10",
  "Sub-total;;R$ 1.234,50",
  "Total;;10",
  "Total Padaria;;10",
  "Total da Padaria:;;10",
  ";Total Porto;10",
  "Padaria;Subtotal;10",
  "TOTAL GERAL;;10",
  "Cliente;Cidade;Valor",
])("%s amid the records is asked about", (line) => {
  expect(markedAmid("Padaria;Porto;4", "Padaria;Porto;6", line, "Mercado;Faro;1")).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

test.each([
  "Total Energies;Paris;3",
  "Total Energies;;3",
  "Total;Paris;3",
  "Total;;",
  "Subtotal Consultoria;;3",
  "Totalmente Digital;;3",
  "Padaria;Total;",
  "Cliente;Cidade;3",
])("%s amid the records is one of them", (line) => {
  expect(markedAmid("Padaria;Porto;4", line, "Mercado;Faro;1")).toEqual([false, false, false]);
});

test("two subtotals in a row are both asked about", () => {
  expect(markedAmid("Padaria;Porto;4", "Total Porto;;4", "Total Padaria;;4")).toEqual([
    false,
    true,
    true,
  ]);
});
