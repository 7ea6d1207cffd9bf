import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { documentMessages } from "../documents/document.messages.js";
import { Quote } from "../quotes/quote.entity.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import {
  CustomerOrders,
  GroupOrders,
  OrderEdges,
  OrderLines,
  OrderMetrics,
  OrderTotals,
  QuoteOrders,
} from "./order.edges.js";
import { Order, OrderLine } from "./order.entity.js";
import { orderExporter } from "./order.exporter.js";
import { orderImporter } from "./order.importer.js";
import { customersByOrders, orderById } from "./order.list.js";
import { orderMessages } from "./order.messages.js";
import { OrderResolver } from "./order.resolver.js";
import { subject } from "./order.service.js";
import { byOpenOrders, openOrdersRange } from "./orderCustomerOrder.js";
import { orderSearch } from "./orderSearch.js";
import { countedOrders, countedOrdersOfGroup } from "./orderSummary.js";
import { orderUpserts } from "./upsertOrders.js";

/** Purchase orders. */
export const orders: Feature = {
  name: "orders",
  entities: [Order, OrderLine],
  resolvers: [
    OrderResolver,
    upsertResolver(orderUpserts),
    deletionResolver(orderUpserts),
    CustomerOrders,
    QuoteOrders,
    OrderEdges,
    OrderLines,
    OrderMetrics,
    GroupOrders,
    OrderTotals,
  ],
  messages: { ...orderMessages, ...documentMessages },
  search: [orderSearch],
  nodes: [
    {
      type: Order,
      table: "orders",
      permission: "orders:read",
      byId: orderById,
      externalIds: externalIdWrites(subject, "orders:write"),
    },
  ],
  metrics: [countedOrders, countedOrdersOfGroup],
  listExtensions: [
    { list: "Customer", filters: [customersByOrders, openOrdersRange], orders: [byOpenOrders] },
  ],
  trash: [
    {
      recordType: "Order",
      type: Order,
      name: sql`r.number`,
      where: [ofLiveCustomer],
      permission: "orders:write",
    },
  ],
  ownedRecords: [
    {
      type: Order,
      permission: "orders:read",
      lines: { type: OrderLine, property: "orderId" },
      under: { type: Quote, column: "quote_id" },
    },
  ],
  importer: orderImporter,
  exporter: orderExporter,
};
