import { IconTargetArrow } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { dealFields } from "./deal.fields.js";

/** Deals, as the app registers them. */
export const dealRecord = defineRecord({
  type: "Deal",
  what: "activity.what.Deal",
  read: "deals:read",
  write: "deals:write",
  icon: IconTargetArrow,
  history: { ...dealFields, externalIds: shown("activity.externalIds") },
  revert: async () => revertBy((await import("./deal.operations.js")).dealOperations),
  restore: async () => restoreBy((await import("./deal.operations.js")).dealOperations),
  drawers: {
    params: ["deal"],
    Component: lazyComponent(
      () => import("./DealDrawers.js"),
      ({ DealDrawers }) => DealDrawers,
    ),
  },
  create: [{ label: "deals.one", param: "deal", value: "new" }],
  lists: [
    {
      tab: "deals",
      show: "deals",
      first: true,
      label: "deals.title",
      Component: lazyComponent(
        () => import("./DealsList.js"),
        ({ DealsList }) => DealsList,
      ),
    },
  ],
});
