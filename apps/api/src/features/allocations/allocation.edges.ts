import { MAX_ALLOCATIONS } from "@clientela/shared/payments/paymentFields";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import type { Connection } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { money } from "../../platform/types/money.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById } from "../invoices/invoice.list.js";
import { allocationsByPayment } from "../payments/ledger.js";
import { PaymentConnection } from "../payments/payment.edges.js";
import { Payment } from "../payments/payment.entity.js";
import { paymentsByInvoice } from "../payments/payment.list.js";
import { PaymentsArgs } from "../payments/paymentList.input.js";
import { PaymentAllocation } from "./allocation.type.js";

/** From a payment to what it pays. */
@Resolver(() => Payment)
export class PaymentAllocations {
  @DependsOn<Payment>("currency")
  @Allow("invoices:read")
  @AtMost(MAX_ALLOCATIONS)
  @FieldResolver(() => [PaymentAllocation], {
    description:
      "What it pays of which invoices, in the order of allocation; none once it is reversed.",
  })
  async allocations(
    @Root() payment: Payment,
    @Ctx() context: Context,
  ): Promise<PaymentAllocation[]> {
    const standing = await context.load(allocationsByPayment, payment.id);
    return standing.map(({ amount, ...rest }) => ({
      ...rest,
      amount: money(amount, payment.currency),
    }));
  }
}

/** From an allocation to its invoice. */
@Resolver(() => PaymentAllocation)
export class AllocationInvoice {
  @Allow("invoices:read")
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: "The invoice that it pays; null where that is in the trash.",
  })
  invoice(
    @Root() allocation: PaymentAllocation,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Invoice | null> {
    return context.load(invoiceById, allocation.invoiceId, selection);
  }
}

/** From an invoice to the payments that pay it. */
@Resolver(() => Invoice)
export class InvoicePayments {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => PaymentConnection, {
    description: "The payments that pay something of it; how much, their allocations say.",
  })
  payments(
    @Root() invoice: Invoice,
    @Args(() => PaymentsArgs) args: PaymentsArgs,
    @Selection() selection: SelectedColumns<Payment>,
    @Ctx() context: Context,
  ): Promise<Connection<Payment>> {
    return context.load(paymentsByInvoice, invoice.id, { ...args, selection });
  }
}
