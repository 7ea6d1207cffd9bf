import { createRequire } from "node:module";
import pdfmake from "pdfmake";
import { pdfLayout } from "./pdfLayout.js";
import type { PrintedDocument } from "./printedDocument.js";
import type { PrintedStatement } from "./statements/printedStatement.js";
import { statementLayout } from "./statements/statementLayout.js";
import { statementWorkbook } from "./statements/statementWorkbook.js";

// Roboto has the letters of all languages in Latin, Greek and Cyrillic script; the parts that a page uses are embedded.
const require = createRequire(import.meta.url);
const font = (name: string): string => require.resolve(`pdfmake/fonts/Roboto/${name}.ttf`);
const fonts = { normal: font("Roboto-Regular"), bold: font("Roboto-Medium") };

pdfmake.setFonts({ Roboto: fonts });
// Nothing that a document says makes it read a file or an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));

/** The PDF of a document. */
export async function drawDocument(document: PrintedDocument): Promise<Uint8Array> {
  return pdfmake.createPdf(pdfLayout(document)).getBuffer();
}

/** The PDF of a statement of account. */
export async function drawStatement(statement: PrintedStatement): Promise<Uint8Array> {
  return pdfmake.createPdf(statementLayout(statement)).getBuffer();
}

/** A statement of account as a workbook. */
export const writeStatement = statementWorkbook;
