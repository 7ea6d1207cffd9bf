import { z } from "zod";
import { line } from "../records/fieldRules.js";
import {
  AMOUNT_LIMIT,
  decimal,
  percentage,
  positiveDecimal,
  QUANTITY_LIMIT,
} from "../values/decimalRules.js";
import type { IssueCode } from "../values/issues.js";
import { optional } from "../values/textRules.js";

/** The most lines that a document can have. */
export const MAX_LINES = 500;

/** The longest name of a unit, in characters. */
export const MAX_UNIT_LENGTH = 20;

const percentageOrNone = percentage.nullish().transform((given) => given ?? "0");

/** The rules of the fields of a line of a document; unit, discount and tax rate may be left out. */
export const lineFields = {
  description: line(500),
  quantity: positiveDecimal(QUANTITY_LIMIT),
  unit: optional(line(MAX_UNIT_LENGTH)).transform((unit) => unit ?? null),
  unitPrice: decimal(AMOUNT_LIMIT),
  discount: percentageOrNone,
  taxRate: percentageOrNone,
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
