/** Blanks that some programs strip from the beginning of a cell, as part of a regular expression with the flag `u`. */
export const BLANKS = "[\\p{Zs}\\v\\f\\u200b\\u2060\\ufeff]*";

// A spreadsheet program that opens a CSV file runs a cell that starts with one of these, the
// full-width forms included.
const STARTS_FORMULA = new RegExp(`^${BLANKS}[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]`, "u");

const ERROR_LITERAL =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/;

// Signed numbers and phone numbers: they look like formulas and do no harm.
const SIGNED_NUMBER = /^[+-] ?(?:R\$|US\$|[$€£¥]|[A-Z]{3})? ?\d+(?:[.,' ]\d+)*%?$/;
const PHONE = /^\+\d[\d ().-]*(?: ?(?:x|ext\.?|ramal) ?\d+)?$/;

/** Whether a cell's text is how a spreadsheet shows a failed formula, such as #REF! or #N/A. */
export function isErrorLiteral(text: string): boolean {
  return text.startsWith("#") && ERROR_LITERAL.test(text);
}

function isSpecial(text: string): boolean {
  return STARTS_FORMULA.test(text) || isErrorLiteral(text);
}

/**
 * The text as it goes into a CSV cell: an apostrophe comes before what a spreadsheet would take for
 * a formula or an error. Phones and signed numbers stay as they are. `unescapeFormula` undoes it.
 */
export function escapeFormula(text: string): string {
  const bare = text.replace(/^'+/, "");
  if (!isSpecial(bare)) return text;
  const harmless = bare === text && (SIGNED_NUMBER.test(text) || PHONE.test(text));
  return harmless ? text : `'${text}`;
}

/** The text that a CSV cell stands for: without the apostrophe that an export put before a formula. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && isSpecial(text.replace(/^'+/, "")) ? text.slice(1) : text;
}
