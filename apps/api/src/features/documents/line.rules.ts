import { type LineFields, totalsOf } from "@clientela/shared/documents/documentLines";
import { minorUnits } from "@clientela/shared/values/currencies";
import { AMOUNT_LIMIT, fitsCurrency, isWithin } from "@clientela/shared/values/decimalRules";
import { compare } from "@clientela/shared/values/money";
import { Invalid } from "../../platform/errors.js";

/** A line with its computed total. */
export interface PricedLine extends LineFields {
  total: string;
}

/** Lines and their sum. */
export interface PricedLines {
  lines: PricedLine[];
  total: string;
}

/**
 * Computes lines and their sum in a currency. Throws Invalid if the sum is below zero or an amount does
 * not fit into its column.
 */
export function priceLines(lines: readonly LineFields[], currency: string): PricedLines {
  const totals = totalsOf(lines, currency);
  const priced = lines.map(({ description, quantity, unitPrice }, index) => {
    const total = totals.lines[index] ?? "0";
    assertAmount(`lines.${index}`, total);
    return { description, quantity, unitPrice, total };
  });
  assertAmount("lines", totals.total);
  if (compare(totals.total, "0") < 0) {
    throw new Invalid([{ path: "lines", code: "negative_total" }]);
  }
  return { lines: priced, total: totals.total };
}

function assertAmount(path: string, amount: string): void {
  if (isWithin(amount, AMOUNT_LIMIT)) return;
  const params = { min: `-${AMOUNT_LIMIT}`, max: AMOUNT_LIMIT };
  throw new Invalid([{ path, code: "out_of_range", params }]);
}

/** Throws Invalid if an amount has more decimals than its currency's smallest unit. */
export function assertFitsCurrency(path: string, amount: string, currency: string): void {
  if (fitsCurrency(amount, currency)) return;
  throw new Invalid([{ path, code: "too_many_decimals", params: { max: minorUnits(currency) } }]);
}
