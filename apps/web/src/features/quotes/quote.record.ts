import { IconFileText } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown, shownAmount } from "../../records/fields/fieldKinds.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { quoteFields } from "./quote.fields.js";

/** Offers and quotes, as the app registers them. */
export const quoteRecord = defineRecord({
  type: "Quote",
  what: "activity.what.Quote",
  read: "quotes:read",
  write: "quotes:write",
  icon: IconFileText,
  history: {
    ...quoteFields,
    total: shownAmount("field.total"),
    externalIds: shown("activity.externalIds"),
  },
  revert: async () => revertBy((await import("./quote.operations.js")).quoteOperations),
  restore: async () => restoreBy((await import("./quote.operations.js")).quoteOperations),
  drawers: {
    params: ["quote", "editQuote"],
    Component: lazyComponent(
      () => import("./QuoteDrawers.js"),
      ({ QuoteDrawers }) => QuoteDrawers,
    ),
  },
  create: [{ label: "quotes.one", param: "editQuote", value: "new" }],
  lists: [
    {
      tab: "deals",
      show: "quotes",

      label: "quotes.title",
      Component: lazyComponent(
        () => import("./QuotesList.js"),
        ({ QuotesList }) => QuotesList,
      ),
    },
  ],
});
