import { promiseFields } from "@clientela/shared/promises/promiseFields";
import { z } from "zod";
import { Invalid, type Issue } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import type { PromiseToPay } from "./promise.entity.js";
import type { CreatePromiseToPayInput, UpdatePromiseToPayInput } from "./promise.input.js";

const createSchema = z.object({
  ...promiseFields,
  madeOn: promiseFields.madeOn.nullish(),
  invoiceIds: promiseFields.invoiceIds.nullish(),
});
const updateSchema = createSchema.extend({
  madeOn: promiseFields.madeOn.optional(),
  dueOn: promiseFields.dueOn.optional(),
  amount: promiseFields.amount.optional(),
  currency: promiseFields.currency.optional(),
});

type Terms = Pick<PromiseToPay, "madeOn" | "dueOn" | "amount" | "currency">;

function assertTerms({ madeOn, dueOn, amount, currency }: Terms, today: string): void {
  assertFitsCurrency("amount", amount, currency);
  const issues: Issue[] = [];
  if (madeOn > today) issues.push({ path: "madeOn", code: "in_the_future" });
  if (dueOn < madeOn) issues.push({ path: "dueOn", code: "before_it_was_promised" });
  if (issues.length > 0) throw new Invalid(issues);
}

/** Checks a new promise. Throws Invalid with every path that is wrong. */
export function checkNewPromise(
  input: CreatePromiseToPayInput,
  today: string,
): Values<PromiseToPay> & Terms & { invoiceIds: string[] } {
  const { madeOn, invoiceIds, ...rest } = parseInput(createSchema, input);
  const values = { ...rest, madeOn: madeOn ?? today, invoiceIds: invoiceIds ?? [] };
  assertTerms(values, today);
  return values;
}

/** Checks changes to a promise. Throws Invalid with every path that is wrong. */
export function checkPromiseChanges(
  input: UpdatePromiseToPayInput,
  current: PromiseToPay,
  today: string,
): Values<PromiseToPay> {
  const { invoiceIds, ...rest } = parseInput(updateSchema, input);
  const { madeOn, dueOn, amount, currency } = current;
  assertTerms({ madeOn, dueOn, amount, currency, ...rest }, today);
  return invoiceIds === undefined ? rest : { ...rest, invoiceIds: invoiceIds ?? [] };
}
