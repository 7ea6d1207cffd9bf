import { MAX_ALLOCATIONS } from "@clientela/shared/payments/paymentFields";
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { Payment } from "../payments/payment.entity.js";
import {
  AllocatePaymentInput,
  CreatePaymentInput,
  ReversePaymentInput,
} from "./allocation.input.js";
import { allocatePayment, createPayment, reversePayment } from "./allocation.service.js";

@ObjectType({ description: "The payment as it is after the change, and its invoices." })
class SettledPayload {
  @Field(() => Payment, { description: "The payment." })
  payment!: Payment;

  @AtMost(MAX_ALLOCATIONS)
  @Field(() => [Invoice], { description: "The invoices whose balances changed with it." })
  invoices!: Invoice[];
}

/** Payments of invoices. */
@Resolver()
export class AllocationResolver {
  @Allow("invoices:write")
  @Mutation(() => SettledPayload, {
    description:
      "Registers a payment and the invoices that it pays; an invoice is paid when nothing is left open.",
  })
  createPayment(
    @Arg("input", () => CreatePaymentInput) input: CreatePaymentInput,
    @Ctx() context: Context,
  ): Promise<SettledPayload> {
    return createPayment(context, input);
  }

  @Allow("invoices:write")
  @Mutation(() => SettledPayload, {
    description: "Lets what is on account of a payment pay invoices.",
  })
  allocatePayment(
    @Arg("input", () => AllocatePaymentInput) input: AllocatePaymentInput,
    @Ctx() context: Context,
  ): Promise<SettledPayload> {
    return allocatePayment(context, input);
  }

  @Allow("invoices:write")
  @Mutation(() => SettledPayload, {
    description:
      "Reverses a payment: its invoices are open again, and it stays in the list as reversed.",
  })
  reversePayment(
    @Arg("input", () => ReversePaymentInput) input: ReversePaymentInput,
    @Ctx() context: Context,
  ): Promise<SettledPayload> {
    return reversePayment(context, input);
  }
}
