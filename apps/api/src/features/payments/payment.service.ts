import { paymentFields } from "@clientela/shared/payments/paymentFields";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { lockVisible, updateRecord } from "../../platform/records/write.js";
import { subjectOf } from "../documents/link.service.js";
import { Payment } from "./payment.entity.js";
import type { UpdatePaymentInput } from "./payment.input.js";

/** How payments appear in the history and in events. */
export const paymentSubject = subjectOf(Payment, "Payment");

const { method, reference, note } = paymentFields;
const textRules = z.object({ method, reference, note }).partial();

/** A payment as callers see it, locked until the transaction ends; throws NotFound. */
export const lockPayment = (context: Context, id: string): Promise<Payment> =>
  lockVisible(context, paymentSubject, id);

/** Changes the given texts. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updatePayment(context: Context, input: UpdatePaymentInput): Promise<Payment> {
  const current = await lockPayment(context, parseId(input.id));
  return updateRecord(
    context,
    paymentSubject,
    current,
    input.version,
    parseInput(textRules, input),
  );
}
