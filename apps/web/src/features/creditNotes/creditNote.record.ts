import { IconReceiptRefund } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { recordPart } from "../../records/recordParts.js";
import { creditNoteHistory } from "./creditNote.fields.js";

const nameFragment = graphql(`
  fragment CreditNoteName on CreditNote {
    number
    total {
      amount
      currency
    }
  }
`);

const countFragment = graphql(`
  fragment CreditNotesCount on Customer {
    creditNotes(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Credit notes of a customer, as the app registers them. They are cancelled, and never go to the trash. */
export const creditNoteRecord = defineRecord({
  type: "CreditNote",
  what: "activity.what.CreditNote",
  leads: {},
  read: "invoices:read",
  write: "invoices:write",
  icon: IconReceiptRefund,
  searched: true,
  history: creditNoteHistory,
  details: recordPart("CreditNote", nameFragment, ({ number, total }) => ({
    name: number,
    amount: total,
  })),
  counted: {
    tab: "documents",
    total: recordPart("Customer", countFragment, ({ creditNotes }) => creditNotes.totalCount),
  },
  drawers: {
    params: ["creditNote"],
    Component: lazyComponent(() => import("./CreditNoteDrawers.js"), "CreditNoteDrawers"),
  },
  inside: {
    type: "Invoice",
    Component: lazyComponent(() => import("./InvoiceCreditNotes.js"), "InvoiceCreditNotes"),
  },
  create: [{ label: "creditNotes.one", param: "creditNote", value: "new" }],
  lists: [
    {
      tab: "documents",
      show: "creditNotes",
      label: "creditNotes.title",
      Component: lazyComponent(() => import("./CreditNotesList.js"), "CreditNotesList"),
    },
  ],
});
