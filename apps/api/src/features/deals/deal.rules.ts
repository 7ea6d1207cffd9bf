import { dealFields } from "@clientela/shared/documents/documentFields";
import { DEAL_TRANSITIONS, type DealStage } from "@clientela/shared/records/enums";
import { z } from "zod";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import type { Lifecycle } from "../documents/transition.rules.js";
import type { Deal } from "./deal.entity.js";
import type { CreateDealInput, UpdateDealInput, UpsertDealItem } from "./deal.input.js";
import { dealStageNames } from "./deal.messages.js";

/** The stages that a deal goes through. */
export const dealLifecycle: Lifecycle<DealStage> = {
  transitions: DEAL_TRANSITIONS,
  names: dealStageNames,
};

const createSchema = z.object({
  ...dealFields,
  stage: dealFields.stage.optional(),
  value: dealFields.value.optional(),
  currency: dealFields.currency.optional(),
  probability: dealFields.probability.optional(),
});
const updateSchema = createSchema.extend({ title: dealFields.title.optional() });

// A deal that ended is no longer a matter of likelihood.
const END: Readonly<Record<string, number>> = { WON: 100, LOST: 0 };

function toValues(
  checked: z.output<typeof updateSchema>,
  before: { value: string; currency: string },
): Values<Deal> {
  const { value = before.value, currency = before.currency } = checked;
  assertFitsCurrency("value", value, currency);
  return {
    ...checked,
    value,
    currency,
    probability: checked.probability ?? END[checked.stage ?? ""],
  };
}

/** Validates a new deal, in `currency` unless it names another. Throws Invalid with the path of each issue. */
export function checkNewDeal(
  input: CreateDealInput | UpsertDealItem,
  currency: string,
): Values<Deal> {
  return toValues(parseInput(createSchema, input), { value: "0", currency });
}

/** Checks changes to a deal; throws Invalid with every path that is wrong. */
export function checkDealChanges(
  input: UpdateDealInput | UpsertDealItem,
  current: Deal,
): Values<Deal> {
  return toValues(parseInput(updateSchema, input), current);
}
