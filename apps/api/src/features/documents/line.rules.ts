import type { LineFields } from "@clientela/shared/documents/documentLines";
import { documentTotals } from "@clientela/shared/documents/documentTotals";
import { minorUnits } from "@clientela/shared/values/currencies";
import { AMOUNT_LIMIT, fitsCurrency, isWithin } from "@clientela/shared/values/decimalRules";
import { compare } from "@clientela/shared/values/money";
import { Invalid } from "../../platform/errors.js";

/** A line with its computed net total. */
export interface PricedLine extends LineFields {
  total: string;
}

/** Lines with the tax and the gross total of their document. */
export interface PricedLines {
  lines: PricedLine[];
  tax: string;
  total: string;
}

/**
 * Computes lines and the totals of their document in a currency. Throws Invalid if the total is below zero or an amount
 * does not fit into its column.
 */
export function priceLines(lines: readonly LineFields[], currency: string): PricedLines {
  const totals = documentTotals(lines, currency);
  const priced = lines.map((line, index): PricedLine => {
    const { description, quantity, unit, unitPrice, discount, taxRate } = line;
    const total = totals.lines[index] ?? "0";
    assertAmount(`lines.${index}`, total);
    return { description, quantity, unit, unitPrice, discount, taxRate, total };
  });
  const { tax, total } = totals;
  for (const amount of [total, tax]) assertAmount("lines", amount);
  if (compare(total, "0") < 0) throw new Invalid([{ path: "lines", code: "negative_total" }]);
  return { lines: priced, tax, total };
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
