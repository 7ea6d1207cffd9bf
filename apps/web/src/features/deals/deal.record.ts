import { IconTargetArrow } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { dealFields } from "./deal.fields.js";

const nameFragment = graphql(`
  fragment DealName on Deal {
    title
  }
`);

// The empty filter keeps the count apart from the lists in the cache, which would seem to be empty.
const countFragment = graphql(`
  fragment DealsCount on Customer {
    deals(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Deals, as the app registers them. */
export const dealRecord = defineRecord({
  type: "Deal",
  what: "activity.what.Deal",
  read: "deals:read",
  write: "deals:write",
  icon: IconTargetArrow,
  searched: true,
  history: { ...dealFields, externalIds: shown("activity.externalIds") },
  details: recordPart("Deal", nameFragment, ({ title }) => ({ name: title })),
  counted: {
    tab: "deals",
    total: recordPart("Customer", countFragment, ({ deals }) => deals.totalCount),
  },
  revert: async () => revertBy((await import("./deal.operations.js")).dealOperations),
  restore: async () => restoreBy((await import("./deal.operations.js")).dealOperations),
  drawers: {
    params: ["deal"],
    Component: lazyComponent(() => import("./DealDrawers.js"), "DealDrawers"),
  },
  create: [{ label: "deals.one", param: "deal", value: "new" }],
  lists: [
    {
      tab: "deals",
      show: "deals",
      first: true,
      label: "deals.title",
      Component: lazyComponent(() => import("./DealsList.js"), "DealsList"),
    },
  ],
});
