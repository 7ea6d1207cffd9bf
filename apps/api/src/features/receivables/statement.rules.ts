import { INVOICE_KINDS } from "@clientela/shared/records/enums";
import { calendarDate } from "@clientela/shared/records/fieldRules";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import type { StatementPeriod } from "./accountRows.js";

const periodRules = z.object({
  from: calendarDate,
  to: calendarDate,
  kind: z.enum(INVOICE_KINDS, "not_in_list").nullish(),
});

/** Whose statement of which days is asked for. Throws NotFound for the customer, and Invalid. */
export async function statementPeriod(
  context: Context,
  customerId: string,
  input: object,
): Promise<{ customer: Customer; period: StatementPeriod }> {
  const id = parseId(customerId, "customerId");
  const { from, to, kind } = parseInput(periodRules, input);
  if (to < from) throw new Invalid([{ path: "to", code: "before_start" }]);
  const customer = await context.load(customerById, id);
  if (!customer) throw new NotFound("Customer", id);
  return { customer, period: { customerId: customer.id, from, to, kind: kind ?? null } };
}
