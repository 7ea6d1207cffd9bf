import { findLayout } from "./headerRow.js";
import type { RawRow } from "./row.js";

/** Rows from a drawing: one line for each row, with bars between cells. */
const drawn = (text: string): RawRow[] =>
  text
    .trim()
    .split("\n")
    .map((line, index) => ({ line: index + 1, cells: line.split("|").map((cell) => cell.trim()) }));
const found = (text: string, choice = {}, known?: (text: string) => boolean) => {
  const { headerTop, headerRow, headers } = findLayout(drawn(text), choice, known);
  return [headerTop, headerRow, headers.map((header) => header.text)];
};

describe("the header row", () => {
  test("is the first row of an ordinary file", () => {
    expect(found("Nome|E-mail|Valor\nAna|ana@x.com|10\nBia|bia@x.com|20")).toEqual([
      1,
      1,
      ["Nome", "E-mail", "Valor"],
    ]);
  });

  test("is below title lines", () => {
    const text =
      "Relatório de clientes\nEmitido em 04/03/2026|\n\nNome|E-mail|Valor\nAna|ana@x.com|10\nBia|bia@x.com|20";
    expect(found(text)).toEqual([4, 4, ["Nome", "E-mail", "Valor"]]);
  });

  test("may have years for names", () => {
    expect(found("Nome|2024|2025|UF\nAna|1|2|SP\nBia|1|2|RJ").slice(0, 2)).toEqual([1, 1]);
  });

  test("is not there where the first full row holds values", () => {
    expect(found("1|ana@x.com|10\n2|bia@x.com|20")).toEqual([0, 0, ["", "", ""]]);
  });

  test("of two rows: groups over merged cells count where names repeat", () => {
    const text =
      "Nome|Cobrança||Entrega||Obs\n|Rua|Cidade|Rua|Cidade|\nAna|R1|C1|R2|C2|x\nBia|R1|C1|R2|C2|x";
    expect(found(text)).toEqual([
      1,
      2,
      ["Nome", "Cobrança Rua", "Cobrança Cidade", "Entrega Rua", "Entrega Cidade", "Obs"],
    ]);
  });

  test("of one column", () => {
    expect(found("E-mail\nana@x.com\nbia@x.com")).toEqual([1, 1, ["E-mail"]]);
  });

  test("is the row with known names, whatever is around it", () => {
    const known = (text: string) => ["nome", "cidade"].includes(text.toLowerCase());
    expect(found("a|b|c\nd|e|f\nNome|Cidade|x\nAna|SP|y", {}, known).slice(0, 2)).toEqual([3, 3]);
  });

  test("can be chosen, several rows of it too, or none", () => {
    const text = "Nome|E-mail\nnome|email\nAna|ana@x.com";
    expect(found(text, { headerRow: 2 })).toEqual([2, 2, ["nome", "email"]]);
    expect(found(text, { headerRow: 2, headerTop: 1 })).toEqual([
      1,
      2,
      ["Nome nome", "E-mail email"],
    ]);
    expect(found(text, { headerRow: 0 })).toEqual([0, 0, ["", ""]]);
  });

  test("leaves columns without a name in place", () => {
    expect(found("Nome||Valor|\nAna|x|1|y\nBia|x|2|y")).toEqual([1, 1, ["Nome", "", "Valor", ""]]);
  });
});
