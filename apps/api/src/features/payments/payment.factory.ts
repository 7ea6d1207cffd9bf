import type { Caller } from "../../../test/server.js";

/** A payment as tests see it. */
export interface MadePayment {
  id: string;
  version: number;
}

/** Registers a payment of a customer through the API. */
export async function makePayment(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadePayment> {
  const { data, errors } = await caller.ask<{ createPayment: { payment: MadePayment } }>(
    `mutation ($input: CreatePaymentInput!) { createPayment(input: $input) { payment { id version } } }`,
    { input: { customerId, paidOn: "2026-01-15", amount: "100", currency: "BRL", ...input } },
  );
  if (errors) throw new Error(`createPayment: ${JSON.stringify(errors)}`);
  return data.createPayment.payment;
}

/** One of a customer's payments. */
export const makeOwned = (caller: Caller, customerId: string) => makePayment(caller, customerId);
