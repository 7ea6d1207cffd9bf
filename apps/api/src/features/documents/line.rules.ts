import { add, compare, lineTotal, roundTo } from "@clientela/shared/money";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";
import { AMOUNT_LIMIT, decimal, requiredText } from "./field.rules.js";

const MOST_LINES = 500;
const QUANTITY_LIMIT = "10000000000";

/** The rules of a document's lines. */
export const lineRules = z
  .array(
    z.object({
      description: requiredText(500),
      quantity: decimal(QUANTITY_LIMIT).refine((value) => compare(value, "0") > 0, "not_positive"),
      unitPrice: decimal(AMOUNT_LIMIT),
    }),
    "required",
  )
  .max(MOST_LINES);

/** What a line is told as. */
export interface LineFields {
  description: string;
  quantity: string;
  unitPrice: string;
}

/** A line with what it comes to, in the notation of the columns. */
export interface PricedLine extends LineFields {
  total: string;
}

/** Lines and their sum. */
export interface PricedLines {
  lines: PricedLine[];
  total: string;
}

const SCALE = 4;

/**
 * What lines come to: each is rounded to the currency's smallest unit, then they are added.
 * Throws Invalid where the sum is below zero or does not fit into the column.
 */
export function priceLines(lines: readonly LineFields[], currency: string): PricedLines {
  const priced = lines.map(({ description, quantity, unitPrice }, index) => {
    const total = lineTotal(quantity, unitPrice, currency);
    assertAmount(`lines.${index}`, total);
    return {
      description,
      quantity: roundTo(quantity, SCALE),
      unitPrice: roundTo(unitPrice, SCALE),
      total: roundTo(total, SCALE),
    };
  });
  const total = priced.reduce((sum, line) => add(sum, line.total), roundTo("0", SCALE));
  assertAmount("lines", total);
  if (compare(total, "0") < 0) throw new Invalid([{ path: "lines", code: "negative_total" }]);
  return { lines: priced, total };
}

function assertAmount(path: string, amount: string): void {
  const params = { min: `-${AMOUNT_LIMIT}`, max: AMOUNT_LIMIT };
  if (compare(amount, params.max) >= 0 || compare(amount, params.min) <= 0) {
    throw new Invalid([{ path, code: "out_of_range", params }]);
  }
}
