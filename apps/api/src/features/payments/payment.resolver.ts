import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { PaymentConnection } from "./payment.edges.js";
import { Payment } from "./payment.entity.js";
import { UpdatePaymentInput } from "./payment.input.js";
import { paymentById, paymentList } from "./payment.list.js";
import { updatePayment } from "./payment.service.js";
import { PaymentsArgs } from "./paymentList.input.js";

@ObjectType({ description: "The payment as it is after the change." })
class PaymentPayload {
  @Field(() => Payment, { description: "The changed record." })
  payment!: Payment;
}

/** Payments: the list of all, one, and what is said of them. */
@Resolver(() => Payment)
export class PaymentResolver {
  @Allow("invoices:read")
  @Query(() => PaymentConnection, {
    description: "The payments of all customers but archived ones, such as those on account.",
  })
  payments(
    @Args(() => PaymentsArgs) args: PaymentsArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Payment>,
    @Ctx() context: Context,
  ): Promise<Connection<Payment>> {
    return pageAcrossCustomers(paymentList, { ...args, selection }, across, context);
  }

  @Allow("invoices:read")
  @Query(() => Payment, {
    nullable: true,
    description: "One payment by id; null where there is none.",
  })
  payment(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Payment>,
    @Ctx() context: Context,
  ): Promise<Payment | null> {
    return context.load(paymentById, parseId(id), selection);
  }

  @Allow("invoices:write")
  @Mutation(() => PaymentPayload, {
    description: "Changes the given texts of a payment; a stale version gets CONFLICT.",
  })
  async updatePayment(
    @Arg("input", () => UpdatePaymentInput) input: UpdatePaymentInput,
    @Ctx() context: Context,
  ): Promise<PaymentPayload> {
    return { payment: await updatePayment(context, input) };
  }
}
