import { minorUnits } from "@clientela/shared/values/currencies";
import { compare } from "@clientela/shared/values/money";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import type { Language } from "../../i18n/language.js";

/** A line as a form holds it: texts as they are typed. */
export interface LineDraft {
  /** Tells lines apart while they are moved and removed. */
  key: string;
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discount: string;
  taxRate: string;
}

/** A line as the API takes it; amounts and percentages are exact decimals. */
export interface LineValue {
  description: string;
  quantity: string;
  unit: string | null;
  unitPrice: string;
  discount: string;
  taxRate: string;
}

let lastKey = 0;

/** An empty line, with the tax rate of the one before it. */
export function newLine(before?: LineDraft): LineDraft {
  lastKey += 1;
  return {
    key: `line ${lastKey}`,
    description: "",
    quantity: "1",
    unit: "",
    unitPrice: "",
    discount: "",
    taxRate: before?.taxRate ?? "",
  };
}

const writePercentage = (percentage: string, language: Language) =>
  compare(percentage, "0") === 0 ? "" : writeDecimal(percentage, language);

/** Lines as a form begins with them; a document without any begins with an empty one. */
export function draftLines(
  lines: readonly LineValue[],
  language: Language,
  currency: string,
): LineDraft[] {
  if (lines.length === 0) return [newLine()];
  return lines.map(({ description, quantity, unit, unitPrice, discount, taxRate }) => ({
    ...newLine(),
    description,
    quantity: writeDecimal(quantity, language),
    unit: unit ?? "",
    unitPrice: writeDecimal(unitPrice, language, minorUnits(currency)),
    discount: writePercentage(discount, language),
    taxRate: writePercentage(taxRate, language),
  }));
}

/** The lines into which something was typed; only they are sent. */
export function keptLines(drafts: readonly LineDraft[]): LineDraft[] {
  return drafts.filter(({ description, unitPrice }) => description.trim() || unitPrice.trim());
}

/** What was typed, for the rule of lines: null for a missing number; one that cannot be read stays as it was typed. */
export function lineInputs(drafts: readonly LineDraft[], language: Language) {
  const number = (text: string) => (text.trim() ? (readDecimal(text, language) ?? text) : null);
  return keptLines(drafts).map(({ description, quantity, unit, unitPrice, discount, taxRate }) => ({
    description: description.trim(),
    quantity: number(quantity),
    unit: unit.trim() || null,
    unitPrice: number(unitPrice),
    discount: number(discount) ?? "0",
    taxRate: number(taxRate) ?? "0",
  }));
}
