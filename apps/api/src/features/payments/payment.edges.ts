import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { Payment } from "./payment.entity.js";
import { paymentsByCustomer } from "./payment.list.js";
import { PaymentsArgs } from "./paymentList.input.js";

/** One page of payments. */
export const PaymentConnection = connectionOf(Payment);

/** From a customer to its payments. */
@Resolver(() => Customer)
export class CustomerPayments {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => PaymentConnection, { description: "The customer's payments." })
  payments(
    @Root() customer: Customer,
    @Args(() => PaymentsArgs) args: PaymentsArgs,
    @Selection() selection: SelectedColumns<Payment>,
    @Ctx() context: Context,
  ): Promise<Connection<Payment>> {
    return context.load(paymentsByCustomer, customer.id, { ...args, selection });
  }
}

/** From a payment to its customer. */
@Resolver(() => Payment)
export class PaymentEdges {
  @DependsOn<Payment>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Whose it is." })
  customer(
    @Root() payment: Payment,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, payment.customerId, selection);
  }
}
