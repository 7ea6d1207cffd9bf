import { IconCoin } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { recordPart } from "../../records/recordParts.js";
import { owedHeadlines } from "./OwedHeadlines.js";
import { paymentFields } from "./payment.fields.js";

const nameFragment = graphql(`
  fragment PaymentName on Payment {
    reference
    amount {
      amount
      currency
    }
  }
`);

const countFragment = graphql(`
  fragment PaymentsCount on Customer {
    payments(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Payments of a customer, as the app registers them. They are reversed, and never go to the trash. */
export const paymentRecord = defineRecord({
  type: "Payment",
  what: "activity.what.Payment",
  leads: {},
  read: "invoices:read",
  write: "invoices:write",
  icon: IconCoin,
  history: paymentFields,
  details: recordPart("Payment", nameFragment, ({ reference, amount }) => ({
    ...(reference ? { name: reference } : {}),
    amount,
  })),
  counted: {
    tab: "documents",
    total: recordPart("Customer", countFragment, ({ payments }) => payments.totalCount),
  },
  headline: { ...owedHeadlines, place: 1, answers: ["owed", "since"] },
  drawers: {
    params: ["payment"],
    Component: lazyComponent(() => import("./PaymentDrawers.js"), "PaymentDrawers"),
  },
  inside: {
    type: "Invoice",
    Component: lazyComponent(() => import("./InvoicePayments.js"), "InvoicePayments"),
  },
  create: [{ label: "payments.one", param: "payment", value: "new" }],
  lists: [
    {
      tab: "documents",
      show: "payments",
      label: "payments.title",
      Component: lazyComponent(() => import("./PaymentsList.js"), "PaymentsList"),
    },
    {
      tab: "documents",
      show: "statement",
      label: "payments.statement",
      Component: lazyComponent(
        () => import("./statement/StatementOfAccount.js"),
        "StatementOfAccount",
      ),
    },
  ],
});
