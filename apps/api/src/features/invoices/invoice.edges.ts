import { daysBetween } from "@clientela/shared/dates";
import { invoiceStateOn } from "@clientela/shared/documentFields";
import type { InvoiceState } from "@clientela/shared/enums";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/doors/authorize.js";
import { Asked, type AskedOf, Needs } from "../../platform/graph/lookAhead.js";
import { type Connection, connectionOf } from "../../platform/records/connection.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { CustomerTotals } from "../customers/totals.type.js";
import { DocumentLine, FirstLines, toLine } from "../documents/line.type.js";
import { Order } from "../orders/order.entity.js";
import { orderById } from "../orders/order.listing.js";
import { Invoice, InvoiceStateEnum } from "./invoice.entity.js";
import { InvoicesArgs } from "./invoice.list.input.js";
import { invoicesByCustomer, invoicesByOrder, linesByInvoice } from "./invoice.listing.js";
import { InvoiceSummary, invoiceSummary, salesTotals } from "./invoice.summary.js";

/** One page of invoices. */
export const InvoiceConnection = connectionOf(Invoice);

/** From a customer to its invoices. */
@Resolver(() => Customer)
export class CustomerInvoices {
  @Needs()
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceConnection, {
    description: "The customer's invoices, of both kinds.",
  })
  invoices(
    @Root() customer: Customer,
    @Args(() => InvoicesArgs) args: InvoicesArgs,
    @Asked() asked: AskedOf<Invoice>,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return context.load(invoicesByCustomer, customer.id, { ...args, asked });
  }
}

/** From an order to its invoices. */
@Resolver(() => Order)
export class OrderInvoices {
  @Needs()
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceConnection, { description: "The invoices that bill it." })
  invoices(
    @Root() order: Order,
    @Args(() => InvoicesArgs) args: InvoicesArgs,
    @Asked() asked: AskedOf<Invoice>,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return context.load(invoicesByOrder, order.id, { ...args, asked });
  }
}

const STATE = ["status", "dueOn", "total", "paid", "currency"] as const;

const stateOf = (invoice: Invoice, { today }: Context): InvoiceState =>
  invoiceStateOn(today, {
    status: invoice.status,
    dueOn: invoice.dueOn,
    balance: invoice.balance().amount,
  });

/** From an invoice to its customer, its order and its lines, and how it stands today. */
@Resolver(() => Invoice)
export class InvoiceEdges {
  @Needs<Invoice>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "To whom we sold, or from whom we bought." })
  customer(
    @Root() invoice: Invoice,
    @Asked() asked: AskedOf<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, invoice.customerId, asked);
  }

  @Needs<Invoice>("orderId")
  @Allow("orders:read")
  @FieldResolver(() => Order, { nullable: true, description: "The order it bills." })
  order(
    @Root() invoice: Invoice,
    @Asked() asked: AskedOf<Order>,
    @Ctx() context: Context,
  ): Promise<Order | null> | null {
    return invoice.orderId === null ? null : context.load(orderById, invoice.orderId, asked);
  }

  @Needs<Invoice>("currency")
  @Allow("invoices:read")
  @FieldResolver(() => [DocumentLine], { description: "Its lines, in their order." })
  async lines(
    @Root() invoice: Invoice,
    @FirstLines() first: number,
    @Ctx() context: Context,
  ): Promise<DocumentLine[]> {
    const lines = await context.load(linesByInvoice, invoice.id, first);
    return lines.map((line) => toLine(line, invoice.currency));
  }

  @Needs<Invoice>(...STATE)
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceStateEnum, { description: "Where it stands today." })
  state(@Root() invoice: Invoice, @Ctx() context: Context): InvoiceState {
    return stateOf(invoice, context);
  }

  @Needs<Invoice>(...STATE)
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
export class InvoiceFigures {
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "Its sales invoices in figures." })
  invoices(@Root() summary: CustomerSummary, @Ctx() context: Context): Promise<InvoiceSummary> {
    return invoiceSummary(context, summary.customerId, "SALES");
  }

  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "Its purchase invoices in figures." })
  purchaseInvoices(
    @Root() summary: CustomerSummary,
    @Ctx() context: Context,
  ): Promise<InvoiceSummary> {
    return invoiceSummary(context, summary.customerId, "PURCHASE");
  }
}

/** The invoices in what many customers come to. */
@Resolver(() => CustomerTotals)
export class InvoiceTotals {
  @Allow("invoices:read")
  @FieldResolver(() => InvoiceSummary, { description: "Their sales invoices in figures." })
  invoices(@Root() totals: CustomerTotals, @Ctx() context: Context): Promise<InvoiceSummary> {
    return salesTotals(context, totals);
  }
}
