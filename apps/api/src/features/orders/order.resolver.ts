import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { OrderConnection } from "./order.edges.js";
import { Order } from "./order.entity.js";
import { CreateOrderFromQuoteInput, CreateOrderInput, UpdateOrderInput } from "./order.input.js";
import { orderById, orderList } from "./order.list.js";
import { createOrder, deleteOrder, restoreOrder, updateOrder } from "./order.service.js";
import { createOrderFromQuote } from "./orderFromQuote.js";
import { OrdersArgs } from "./orderList.input.js";

@ObjectType({ description: "The order as it is after the change." })
class OrderPayload {
  @Field(() => Order, { description: "The changed record." })
  order!: Order;
}

/** Orders: one, and writing them. */
@Resolver(() => Order)
export class OrderResolver {
  @Allow("orders:read")
  @Query(() => OrderConnection, {
    description: "The purchase orders of all customers but archived ones.",
  })
  orders(
    @Args(() => OrdersArgs) args: OrdersArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Order>,
    @Ctx() context: Context,
  ): Promise<Connection<Order>> {
    return pageAcrossCustomers(orderList, { ...args, selection }, across, context);
  }

  @Allow("orders:read")
  @Query(() => Order, { nullable: true, description: "One order by id; null where there is none." })
  order(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Order>,
    @Ctx() context: Context,
  ): Promise<Order | null> {
    return context.load(orderById, parseId(id), selection);
  }

  @Allow("orders:write")
  @Mutation(() => OrderPayload, { description: "Makes an order, with its number." })
  async createOrder(
    @Arg("input", () => CreateOrderInput) input: CreateOrderInput,
    @Ctx() context: Context,
  ): Promise<OrderPayload> {
    return { order: await createOrder(context, input) };
  }

  @Allow("orders:write")
  @Mutation(() => OrderPayload, {
    description:
      "Makes an open order of a quote's lines and accepts the quote; refused where it has an order already.",
  })
  async createOrderFromQuote(
    @Arg("input", () => CreateOrderFromQuoteInput) { quoteId }: CreateOrderFromQuoteInput,
    @Ctx() context: Context,
  ): Promise<OrderPayload> {
    return { order: await createOrderFromQuote(context, quoteId) };
  }

  @Allow("orders:write")
  @Mutation(() => OrderPayload, {
    description: "Changes the given fields of an order; a stale version gets CONFLICT.",
  })
  async updateOrder(
    @Arg("input", () => UpdateOrderInput) input: UpdateOrderInput,
    @Ctx() context: Context,
  ): Promise<OrderPayload> {
    return { order: await updateOrder(context, input) };
  }

  @Allow("orders:write")
  @Mutation(() => OrderPayload, { description: "Puts an order into the trash; its invoices stay." })
  async deleteOrder(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<OrderPayload> {
    return { order: await deleteOrder(context, input) };
  }

  @Allow("orders:write")
  @Mutation(() => OrderPayload, { description: "Takes an order out of the trash." })
  async restoreOrder(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<OrderPayload> {
    return { order: await restoreOrder(context, input) };
  }
}
