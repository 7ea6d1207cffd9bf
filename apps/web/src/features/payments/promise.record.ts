import { IconCalendarDollar } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { promiseHeadline } from "./promises/PromiseHeadline.js";
import { promiseFields } from "./promises/promise.fields.js";

const countFragment = graphql(`
  fragment PromisesCount on Customer {
    promisesToPay(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** What a customer promised to pay, as the app registers it. */
export const promiseRecord = defineRecord({
  type: "PromiseToPay",
  what: "activity.what.PromiseToPay",
  leads: {},
  read: "invoices:read",
  write: "invoices:write",
  icon: IconCalendarDollar,
  history: { ...promiseFields, externalIds: shown("activity.externalIds") },
  counted: {
    tab: "documents",
    total: recordPart("Customer", countFragment, ({ promisesToPay }) => promisesToPay.totalCount),
  },
  headline: { ...promiseHeadline, place: 1, answers: [] },
  revert: async () =>
    revertBy((await import("./promises/promise.operations.js")).promiseOperations),
  restore: async () =>
    restoreBy((await import("./promises/promise.operations.js")).promiseOperations),
  drawers: {
    params: ["promiseToPay"],
    Component: lazyComponent(() => import("./promises/PromiseDrawers.js"), "PromiseDrawers"),
  },
  create: [{ label: "promises.one", param: "promiseToPay", value: "new" }],
  lists: [
    {
      tab: "documents",
      show: "promises",
      label: "promises.title",
      Component: lazyComponent(() => import("./promises/PromisesList.js"), "PromisesList"),
    },
  ],
});
