import { IconShoppingCart } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown, shownAmount } from "../../records/fields/fieldKinds.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { orderFields } from "./order.fields.js";

/** Purchase orders, as the app registers them. */
export const orderRecord = defineRecord({
  type: "Order",
  what: "activity.what.Order",
  read: "orders:read",
  write: "orders:write",
  icon: IconShoppingCart,
  history: {
    ...orderFields,
    total: shownAmount("field.total"),
    externalIds: shown("activity.externalIds"),
  },
  revert: async () => revertBy((await import("./order.operations.js")).orderOperations),
  restore: async () => restoreBy((await import("./order.operations.js")).orderOperations),
  drawers: {
    params: ["order", "editOrder"],
    Component: lazyComponent(
      () => import("./OrderDrawers.js"),
      ({ OrderDrawers }) => OrderDrawers,
    ),
  },
  create: [{ label: "orders.one", param: "editOrder", value: "new" }],
  lists: [
    {
      tab: "documents",
      show: "orders",
      first: true,
      label: "orders.title",
      Component: lazyComponent(
        () => import("./OrdersList.js"),
        ({ OrdersList }) => OrdersList,
      ),
    },
  ],
});
