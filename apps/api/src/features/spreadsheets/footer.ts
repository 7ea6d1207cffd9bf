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

/** Whether a row is about the file, such as the number of its records, and not one of its records. */
function isFooter(row: Row): boolean {
  const filled = row.cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [{ cell, at }]));
  const [first, ...others] = filled;
  if (!first || first.cell.length > 200) return false;
  // Besides its words it contains sums at most.
  const areSums = others.every(
    ({ cell, at }) =>
      kindOf(row, at) === "n" || !HAS_LETTER.test(cell.replace(/^[A-Z]{0,3}\$/, "")),
  );
  const text = foldText(first.cell);
  return areSums && FOOTERS.some((footer) => footer.test(text));
}

/** Marks the rows at the end of a file that look like its footer, so that a person is asked about them. */
export function markFooter(rows: readonly Row[]): void {
  for (const row of rows.slice(-FOOTER_ROWS).reverse()) {
    if (isBlank(row)) continue;
    if (!isFooter(row)) return;
    const value = row.cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
    row.issues = [...(row.issues ?? []), { column: null, code: "looksLikeFooter", value }];
  }
}

/** Whether a row was marked as the footer of its file. */
export const isMarkedFooter = ({ issues }: Row): boolean =>
  issues?.some(({ code }) => code === "looksLikeFooter") ?? false;
