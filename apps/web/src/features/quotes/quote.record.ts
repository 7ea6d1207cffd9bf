import { IconFileText } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown, shownAmount } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { quoteFields } from "./quote.fields.js";

const nameFragment = graphql(`
  fragment QuoteName on Quote {
    number
  }
`);

// The empty filter keeps the count apart from the lists in the cache, which would seem to be empty.
const countFragment = graphql(`
  fragment QuotesCount on Customer {
    quotes(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Offers and quotes, as the app registers them. */
export const quoteRecord = defineRecord({
  type: "Quote",
  what: "activity.what.Quote",
  leads: {},
  read: "quotes:read",
  write: "quotes:write",
  icon: IconFileText,
  searched: true,
  history: {
    ...quoteFields,
    total: shownAmount("field.total"),
    tax: shownAmount("field.tax"),
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Quote", nameFragment, ({ number }) => ({ name: number })),
  counted: {
    tab: "deals",
    total: recordPart("Customer", countFragment, ({ quotes }) => quotes.totalCount),
  },
  revert: async () => revertBy((await import("./quote.operations.js")).quoteOperations),
  restore: async () => restoreBy((await import("./quote.operations.js")).quoteOperations),
  drawers: {
    params: ["quote", "editQuote"],
    Component: lazyComponent(() => import("./QuoteDrawers.js"), "QuoteDrawers"),
  },
  create: [{ label: "quotes.one", param: "editQuote", value: "new" }],
  lists: [
    {
      tab: "deals",
      show: "quotes",

      label: "quotes.title",
      Component: lazyComponent(() => import("./QuotesList.js"), "QuotesList"),
    },
  ],
});
