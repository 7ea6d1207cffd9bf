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
import { GroupSummary } from "../customers/groups/groupSummary.type.js";
import { CustomerTotals } from "../customers/list/totals.type.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { lineEdges } from "../documents/lines.edges.js";
import { Quote } from "../quotes/quote.entity.js";
import { quoteById } from "../quotes/quote.list.js";
import { Order } from "./order.entity.js";
import { linesByOrder, ordersByCustomer, ordersByQuote } from "./order.list.js";
import { OrdersArgs } from "./orderList.input.js";
import { groupOrders, OrderSummary, orderSummary, orderTotals } from "./orderSummary.js";

/** One page of orders. */
export const OrderConnection = connectionOf(Order);

/** From a customer to its orders. */
@Resolver(() => Customer)
export class CustomerOrders {
  @DependsOn()
  @Allow("orders:read")
  @FieldResolver(() => OrderConnection, { description: "The customer's purchase orders." })
  orders(
    @Root() customer: Customer,
    @Args(() => OrdersArgs) args: OrdersArgs,
    @Selection() selection: SelectedColumns<Order>,
    @Ctx() context: Context,
  ): Promise<Connection<Order>> {
    return context.load(ordersByCustomer, customer.id, { ...args, selection });
  }
}

/** From a quote to its orders. */
@Resolver(() => Quote)
export class QuoteOrders {
  @DependsOn()
  @Allow("orders:read")
  @FieldResolver(() => OrderConnection, { description: "The orders that follow it." })
  orders(
    @Root() quote: Quote,
    @Args(() => OrdersArgs) args: OrdersArgs,
    @Selection() selection: SelectedColumns<Order>,
    @Ctx() context: Context,
  ): Promise<Connection<Order>> {
    return context.load(ordersByQuote, quote.id, { ...args, selection });
  }
}

/** From an order to its lines and their tax. */
export const OrderLines = lineEdges(Order, "orders:read", linesByOrder);

/** From an order to its customer and its quote. */
@Resolver(() => Order)
export class OrderEdges {
  @DependsOn<Order>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Whose it is." })
  customer(
    @Root() order: Order,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, order.customerId, selection);
  }

  @DependsOn<Order>("quoteId")
  @Allow("quotes:read")
  @FieldResolver(() => Quote, { nullable: true, description: "The quote it follows." })
  quote(
    @Root() order: Order,
    @Selection() selection: SelectedColumns<Quote>,
    @Ctx() context: Context,
  ): Promise<Quote | null> | null {
    return order.quoteId === null ? null : context.load(quoteById, order.quoteId, selection);
  }
}

/** The orders in a customer's summary. */
@Resolver(() => CustomerSummary)
export class OrderMetrics {
  @Allow("orders:read")
  @FieldResolver(() => OrderSummary, { description: "The metrics of its purchase orders." })
  orders(@Root() summary: CustomerSummary, @Ctx() context: Context): Promise<OrderSummary> {
    return orderSummary(context, summary.customerId);
  }
}

/** The orders' part of the totals of many customers. */
@Resolver(() => CustomerTotals)
export class OrderTotals {
  @Allow("orders:read")
  @FieldResolver(() => OrderSummary, { description: "The metrics of their purchase orders." })
  orders(@Root() totals: CustomerTotals, @Ctx() context: Context): Promise<OrderSummary> {
    return orderTotals(context, totals);
  }
}

/** The orders in the metrics of a group of companies. */
@Resolver(() => GroupSummary)
export class GroupOrders {
  @Allow("orders:read")
  @FieldResolver(() => OrderSummary, { description: "The metrics of their purchase orders." })
  orders(@Root() { customerId }: GroupSummary, @Ctx() context: Context): Promise<OrderSummary> {
    return groupOrders(context, customerId);
  }
}
