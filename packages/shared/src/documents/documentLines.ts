import { z } from "zod";
import { line } from "../records/fieldRules.js";
import type { IssueCode } from "../records/issues.js";
import { AMOUNT_LIMIT, decimal, positiveDecimal, QUANTITY_LIMIT } from "../values/decimalRules.js";
import { add, lineTotal, roundMoney } from "../values/money.js";

/** The most lines that a document can have. */
export const MAX_LINES = 500;

/** The rules of the fields of a line of a quote, an order or an invoice. */
export const lineFields = {
  description: line(500),
  quantity: positiveDecimal(QUANTITY_LIMIT),
  unitPrice: decimal(AMOUNT_LIMIT),
};

/** The rules of all lines of a document. */
export const documentLines = z
  .array(z.object(lineFields), { error: "required" satisfies IssueCode })
  .refine((lines) => lines.length <= MAX_LINES, {
    error: "too_many" satisfies IssueCode,
    params: { max: MAX_LINES },
  });

/** A line that satisfies the rules. */
export type LineFields = z.output<typeof documentLines>[number];

/**
 * What lines come to: each is rounded to the currency's smallest unit, then they are added.
 * The totals of the lines stand in the lines' order.
 */
export function totalsOf(
  lines: readonly Pick<LineFields, "quantity" | "unitPrice">[],
  currency: string,
): { lines: string[]; total: string } {
  const totals = lines.map((one) => lineTotal(one.quantity, one.unitPrice, currency));
  return { lines: totals, total: totals.reduce(add, roundMoney("0", currency)) };
}
