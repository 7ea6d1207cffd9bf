import { isMarkedFooter, markFooter } from "./footer.js";
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

test("a footer of several rows is at the end, and nowhere else", () => {
  expect(marked("Total;;10", "Mercado;Faro;1", "Total;;20", "Página 1 de 1;;")).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
