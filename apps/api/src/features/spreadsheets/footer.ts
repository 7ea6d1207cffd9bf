import { foldText } from "@clientela/shared/values/foldText";
import { isBlank, kindOf, type Row } from "./row.js";

/** The maximum number of rows in the footer of a file. */
export const FOOTER_ROWS = 4;

const WHAT =
  "registros?|registos?|clientes?|contatos?|contactos?|linhas?|itens|items|filas|facturas?|faturas?|pedidos?|produtos?|resultados?|" +
  "records?|rows?|customers?|contacts?|invoices?|orders?|results?|lines?|geral|general|final|amount|valor";
// As foldText returns them: without accents and punctuation.
const FOOTERS: readonly RegExp[] = [
  new RegExp(
    `^(?:sub ?|grand )?tota(?:l|is|les)(?: (?:de|do|da|dos|das|del|of|no|na|in|the|${WHAT}))*(?: \\d[\\d ]*)?$`,
  ),
  new RegExp(
    `^(?:quantidade|numero|count|no|n|cantidad)(?: (?:de|total|of))* (?:${WHAT})(?: \\d[\\d ]*)?$`,
  ),
  new RegExp(`^(?:${WHAT}) \\d[\\d ]*$`),
  new RegExp(`^tota(?:l|is|les)(?: (?:de|of|geral|general))* \\d[\\d ]* (?:${WHAT})$`),
  new RegExp(
    `^\\d[\\d ]* (?:${WHAT})(?: (?:encontrad|exportad|no total|found|exported|in total|encontrad).*)?$`,
  ),
  /^(?:pagina|page|pag) \d+(?: (?:de|of) \d+)?$/,
  /^(?:gerado|emitido|impresso|exportado|extraido|generado|impreso|generated|printed|exported|created)(?: \w+){0,2} (?:em|no|na|on|at|by|por|pelo|pela|el|a partir) /,
  /^(?:relatorio|report|informe|listagem|listado) (?:gerad|emitid|impress|generad|generated|printed)/,
  /^(?:data|date|fecha) (?:de|da|of)? ?(?:emissao|geracao|impressao|exportacao|export|print|emision|impresion)\b/,
  /^(?:fim|end|fin|final) (?:do|da|de|of|del) (?:the )?(?:relatorio|report|informe|arquivo|ficheiro|file|lista|list|listagem)$/,
  /^(?:filtros?|filters?) (?:aplicad|utilizad|applied|used)/,
];
const HAS_LETTER = /\p{L}/u;

// A sum, in a cell other than that with the word for it.
const isSum = (row: Row, at: number): boolean =>
  kindOf(row, at) === "n" || !HAS_LETTER.test((row.cells[at] ?? "").replace(/^[A-Z]{0,3}\$/, ""));

/** Whether a row is about the file, such as the number of its records, and not one of its records. */
function isFooter(row: Row): boolean {
  const filled = row.cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [{ cell, at }]));
  const [first, ...others] = filled;
  if (!first || first.cell.length > 200) return false;
  // Besides its words it contains sums at most.
  const areSums = others.every(({ at }) => isSum(row, at));
  const text = foldText(first.cell);
  return areSums && FOOTERS.some((footer) => footer.test(text));
}

/** Marks the rows at the end of a file that look like its footer, so that a person is asked about them. */
export function markFooter(rows: readonly Row[]): void {
  for (const row of rows.slice(-FOOTER_ROWS).reverse()) {
    if (isBlank(row) || isMarkedFooter(row)) continue;
    if (!isFooter(row)) return;
    mark(row, row.cells.find((cell) => cell.trim() !== "")?.trim() ?? "");
  }
}

function mark(row: Row, value: string): void {
  row.issues = [...(row.issues ?? []), { column: null, code: "looksLikeFooter", value }];
}

const TOTAL =
  /^(?:sub ?|grand )?tota(?:l|is|les)(?: (?:de|do|da|dos|das|del|of|por|for))*(?: (.+))?$/;
const MAX_TOTAL = 200;

/**
 * Marks rows amid the records of a file that are none: subtotals ("Subtotal", or "Total" with the name of the group above
 * it) with their sums, and the header that a report repeats on each page. Rows have to come in their order.
 */
export class RowsAmid {
  private before: Row | undefined;

  constructor(private readonly headers: readonly string[]) {}

  look(row: Row): void {
    const value = this.repeatsHeader(row)
      ? row.cells.find((cell) => cell !== "")
      : this.totalIn(row);
    if (value === undefined) this.before = row;
    else mark(row, value.trim());
  }

  private repeatsHeader({ cells }: Row): boolean {
    let same = 0;
    for (const [at, cell] of cells.entries()) {
      if (cell.trim() !== this.headers[at]) return false;
      if (cell !== "") same += 1;
    }
    return same > 1;
  }

  private totalIn(row: Row): string | undefined {
    for (const [at, cell] of row.cells.entries()) {
      // Most cells begin with another letter: nothing else is looked at for them.
      if (!/^\s*[tsg]/i.test(cell) || cell.length > MAX_TOTAL) continue;
      const found = TOTAL.exec(foldText(cell));
      if (found) return this.isTotal(row, at, found[1]) ? cell : undefined;
    }
    return undefined;
  }

  private isTotal(row: Row, place: number, of: string | undefined): boolean {
    const before = this.before?.cells ?? [];
    const others = row.cells.flatMap((cell, at) =>
      at === place || cell.trim() === "" ? [] : [at],
    );
    // What is no sum may be what the rows above have there too.
    const areSums = others.every((at) => isSum(row, at) || row.cells[at] === before[at]);
    if (!areSums || !others.some((at) => isSum(row, at))) return false;
    return of === undefined || isFooter(row) || before.some((cell) => foldText(cell) === of);
  }
}

/** Whether a row was marked as the footer of its file. */
export const isMarkedFooter = ({ issues }: Row): boolean =>
  issues?.some(({ code }) => code === "looksLikeFooter") ?? false;
