import { minorUnits } from "@clientela/shared/values/currencies";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import type { Language } from "../../i18n/language.js";

/** A line as a form holds it: texts as they are typed. */
export interface LineDraft {
  /** Tells lines apart while they are moved and removed. */
  key: string;
  description: string;
  quantity: string;
  unitPrice: string;
}

/** A line as the API takes it; amounts are exact decimals. */
export interface LineValue {
  description: string;
  quantity: string;
  unitPrice: string;
}

let lastKey = 0;

/** An empty line. */
export function newLine(): LineDraft {
  lastKey += 1;
  return { key: `line ${lastKey}`, description: "", quantity: "1", unitPrice: "" };
}

/** Lines as a form begins with them; a document without any begins with an empty one. */
export function draftLines(
  lines: readonly LineValue[],
  language: Language,
  currency: string,
): LineDraft[] {
  if (lines.length === 0) return [newLine()];
  return lines.map(({ description, quantity, unitPrice }) => ({
    ...newLine(),
    description,
    quantity: writeDecimal(quantity, language),
    unitPrice: writeDecimal(unitPrice, language, minorUnits(currency)),
  }));
}

/** The lines into which something was typed; only they are sent. */
export function keptLines(drafts: readonly LineDraft[]): LineDraft[] {
  return drafts.filter(({ description, unitPrice }) => description.trim() || unitPrice.trim());
}

/** What was typed, for the rule of lines: null for a missing number; one that cannot be read stays as it was typed. */
export function lineInputs(drafts: readonly LineDraft[], language: Language) {
  const number = (text: string) => (text.trim() ? (readDecimal(text, language) ?? text) : null);
  return keptLines(drafts).map(({ description, quantity, unitPrice }) => ({
    description: description.trim(),
    quantity: number(quantity),
    unitPrice: number(unitPrice),
  }));
}
