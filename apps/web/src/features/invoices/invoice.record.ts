import { IconFileInvoice } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown, shownAmount } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { invoicesCards } from "./InvoicesCard.js";
import { invoiceFields, kindField, paidOnField } from "./invoice.fields.js";
import { newestInvoices } from "./NewestInvoices.js";

const nameFragment = graphql(`
  fragment InvoiceName on Invoice {
    number
  }
`);

// The empty filter keeps the count apart from the lists in the cache, which would seem to be empty.
const countFragment = graphql(`
  fragment InvoicesCount on Customer {
    invoices(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Sales and purchase invoices, as the app registers them. */
export const invoiceRecord = defineRecord({
  type: "Invoice",
  what: "activity.what.Invoice",
  leads: {},
  read: "invoices:read",
  write: "invoices:write",
  icon: IconFileInvoice,
  searched: true,
  history: {
    ...invoiceFields,
    number: shown("field.number"),
    kind: kindField,
    total: shownAmount("field.total"),
    tax: shownAmount("field.tax"),
    paid: shownAmount("field.paid"),
    paidOn: paidOnField,
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Invoice", nameFragment, ({ number }) => ({ name: number })),
  counted: {
    tab: "documents",
    total: recordPart("Customer", countFragment, ({ invoices }) => invoices.totalCount),
  },
  card: { ...invoicesCards, place: 4 },
  newest: { ...newestInvoices, place: 2 },
  revert: async () => revertBy((await import("./invoice.operations.js")).invoiceOperations),
  restore: async () => restoreBy((await import("./invoice.operations.js")).invoiceOperations),
  drawers: {
    params: ["invoice", "editInvoice", "pay"],
    Component: lazyComponent(() => import("./InvoiceDrawers.js"), "InvoiceDrawers"),
  },
  create: [
    { label: "invoices.one", param: "editInvoice", value: "new:SALES" },
    { label: "invoices.onePurchase", param: "editInvoice", value: "new:PURCHASE" },
  ],
  lists: [
    {
      tab: "documents",
      show: "sales",

      label: "invoices.sales",
      Component: lazyComponent(() => import("./InvoicesLists.js"), "SalesInvoices"),
    },
    {
      tab: "documents",
      show: "purchases",

      label: "invoices.purchases",
      Component: lazyComponent(() => import("./InvoicesLists.js"), "PurchaseInvoices"),
    },
  ],
});
