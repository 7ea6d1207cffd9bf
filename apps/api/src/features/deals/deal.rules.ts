import { DEAL_STAGES } from "@clientela/shared/enums";
import { compare, roundTo } from "@clientela/shared/money";
import { z } from "zod";
import { parseInput } from "../../platform/parseInput.js";
import type { Values } from "../../platform/write.js";
import {
  AMOUNT_LIMIT,
  assertMinorUnits,
  currency,
  decimal,
  link,
  notes,
  oneOf,
  optionalDay,
  requiredText,
} from "../documents/field.rules.js";
import type { Deal } from "./deal.entity.js";
import type { CreateDealInput, UpdateDealInput } from "./deal.input.js";

const title = requiredText(200);

const fields = {
  stage: oneOf(DEAL_STAGES),
  value: decimal(AMOUNT_LIMIT)
    .refine((value) => compare(value, "0") >= 0, {
      error: "out_of_range",
      params: { min: 0, max: AMOUNT_LIMIT },
    })
    .optional(),
  currency,
  probability: z
    .number("required")
    .refine((percent) => percent >= 0 && percent <= 100, {
      error: "out_of_range",
      params: { min: 0, max: 100 },
    })
    .optional(),
  expectedCloseOn: optionalDay,
  ownerId: link,
  notes,
};

const createSchema = z.object({ ...fields, title });
const updateSchema = z.object({ ...fields, title: title.optional() });

// A deal that ended is no longer a matter of likelihood.
const END: Readonly<Record<string, number>> = { WON: 100, LOST: 0 };

function toValues(
  checked: z.output<typeof updateSchema>,
  { value, currency }: { value: string; currency: string },
): Values<Deal> {
  const worth = checked.value ?? value;
  const unit = checked.currency ?? currency;
  assertMinorUnits("value", worth, unit);
  return {
    ...checked,
    value: roundTo(worth, 4),
    currency: unit,
    probability: checked.probability ?? END[checked.stage ?? ""],
  };
}

/** Checks a new deal in `currency` unless it says another; throws Invalid with every path that is wrong. */
export function checkNewDeal(input: CreateDealInput, currency: string): Values<Deal> {
  return toValues(parseInput(createSchema, input), { value: "0", currency });
}

/** Checks changes to a deal; throws Invalid with every path that is wrong. */
export function checkDealChanges(input: UpdateDealInput, current: Deal): Values<Deal> {
  return toValues(parseInput(updateSchema, input), current);
}
