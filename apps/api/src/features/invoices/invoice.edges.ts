import { invoiceStateOn } from "@clientela/shared/documents/documentFields";
import type { InvoiceState } from "@clientela/shared/records/enums";
import { daysBetween } from "@clientela/shared/values/dates";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
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
import { GroupSummary } from "../customers/groups/groupSummary.type.js";
import { CustomerTotals } from "../customers/list/totals.type.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { lineEdges } from "../documents/lines.edges.js";
import { Order } from "../orders/order.entity.js";
import { orderById } from "../orders/order.list.js";
import { Invoice, InvoiceStateEnum } from "./invoice.entity.js";
import { invoicesByCustomer, invoicesByOrder, linesByInvoice } from "./invoice.list.js";
import { InvoicesArgs } from "./invoiceList.input.js";
import { groupInvoices, InvoiceSummary, invoiceSummary, salesTotals } from "./invoiceSummary.js";

/** One page of invoices. */
export const InvoiceConnection = connectionOf(Invoice);

/** From a customer to its invoices. */
@Resolver(() => Customer)
export class CustomerInvoices {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceConnection, {
    description: "The customer's invoices, of both kinds.",
  })
  invoices(
    @Root() customer: Customer,
    @Args(() => InvoicesArgs) args: InvoicesArgs,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return context.load(invoicesByCustomer, customer.id, { ...args, selection });
  }
}

/** From an order to its invoices. */
@Resolver(() => Order)
export class OrderInvoices {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceConnection, { description: "The invoices that bill it." })
  invoices(
    @Root() order: Order,
    @Args(() => InvoicesArgs) args: InvoicesArgs,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return context.load(invoicesByOrder, order.id, { ...args, selection });
  }
}

const STATE = ["status", "dueOn", "total", "paid", "currency"] as const;

const stateOf = (invoice: Invoice, { today }: Context): InvoiceState =>
  invoiceStateOn(today, {
    status: invoice.status,
    dueOn: invoice.dueOn,
    balance: invoice.balance().amount,
  });

/** From an invoice to its lines and their tax. */
export const InvoiceLines = lineEdges(Invoice, "invoices:read", linesByInvoice);

/** From an invoice to its customer, its order and its status today. */
@Resolver(() => Invoice)
export class InvoiceEdges {
  @DependsOn<Invoice>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "To whom we sold, or from whom we bought." })
  customer(
    @Root() invoice: Invoice,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, invoice.customerId, selection);
  }

  @DependsOn<Invoice>("orderId")
  @Allow("orders:read")
  @FieldResolver(() => Order, { nullable: true, description: "The order it bills." })
  order(
    @Root() invoice: Invoice,
    @Selection() selection: SelectedColumns<Order>,
    @Ctx() context: Context,
  ): Promise<Order | null> | null {
    return invoice.orderId === null ? null : context.load(orderById, invoice.orderId, selection);
  }

  @DependsOn<Invoice>(...STATE)
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceStateEnum, { description: "Where it stands today." })
  state(@Root() invoice: Invoice, @Ctx() context: Context): InvoiceState {
    return stateOf(invoice, context);
  }

  @DependsOn<Invoice>(...STATE)
  @Allow("invoices:read")
  @FieldResolver(() => Int, {
    description: "How many days it is past its due date; 0 unless it is overdue.",
  })
  daysLate(@Root() invoice: Invoice, @Ctx() context: Context): number {
    const late = stateOf(invoice, context) === "OVERDUE";
    return late ? daysBetween(invoice.dueOn, context.today) : 0;
  }
}

/** The invoices in a customer's summary. */
@Resolver(() => CustomerSummary)
export class InvoiceMetrics {
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "The metrics of its sales invoices." })
  invoices(@Root() summary: CustomerSummary, @Ctx() context: Context): Promise<InvoiceSummary> {
    return invoiceSummary(context, summary.customerId, "SALES");
  }

  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "The metrics of its purchase invoices." })
  purchaseInvoices(
    @Root() summary: CustomerSummary,
    @Ctx() context: Context,
  ): Promise<InvoiceSummary> {
    return invoiceSummary(context, summary.customerId, "PURCHASE");
  }
}

/** The invoices' part of the totals of many customers. */
@Resolver(() => CustomerTotals)
export class InvoiceTotals {
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "The metrics of their sales invoices." })
  invoices(@Root() totals: CustomerTotals, @Ctx() context: Context): Promise<InvoiceSummary> {
    return salesTotals(context, totals);
  }
}

/** The invoices in the metrics of a group of companies. */
@Resolver(() => GroupSummary)
export class GroupInvoices {
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "The metrics of their sales invoices." })
  invoices(@Root() { customerId }: GroupSummary, @Ctx() context: Context): Promise<InvoiceSummary> {
    return groupInvoices(context, customerId);
  }
}
