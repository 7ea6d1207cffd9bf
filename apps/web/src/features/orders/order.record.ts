import { IconShoppingCart } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown, shownAmount } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { newestOrders } from "./NewestOrders.js";
import { ordersCard } from "./OrdersCard.js";
import { orderFields } from "./order.fields.js";

const nameFragment = graphql(`
  fragment OrderName on Order {
    number
  }
`);

// The empty filter keeps the count apart from the lists in the cache, which would seem to be empty.
const countFragment = graphql(`
  fragment OrdersCount on Customer {
    orders(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Purchase orders, as the app registers them. */
export const orderRecord = defineRecord({
  type: "Order",
  what: "activity.what.Order",
  leads: {},
  read: "orders:read",
  write: "orders:write",
  icon: IconShoppingCart,
  searched: true,
  history: {
    ...orderFields,
    total: shownAmount("field.total"),
    tax: shownAmount("field.tax"),
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Order", nameFragment, ({ number }) => ({ name: number })),
  counted: {
    tab: "documents",
    total: recordPart("Customer", countFragment, ({ orders }) => orders.totalCount),
  },
  card: { ...ordersCard, place: 3 },
  newest: { ...newestOrders, place: 3 },
  revert: async () => revertBy((await import("./order.operations.js")).orderOperations),
  restore: async () => restoreBy((await import("./order.operations.js")).orderOperations),
  drawers: {
    params: ["order", "editOrder"],
    Component: lazyComponent(() => import("./OrderDrawers.js"), "OrderDrawers"),
  },
  create: [{ label: "orders.one", param: "editOrder", value: "new" }],
  lists: [
    {
      tab: "documents",
      show: "orders",
      first: true,
      label: "orders.title",
      Component: lazyComponent(() => import("./OrdersList.js"), "OrdersList"),
    },
  ],
});
