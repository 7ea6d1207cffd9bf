import { IconCoin } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { PaymentFilter, PaymentOrderField } from "../../gql/graphql.js";
import { CustomerList } from "../../records/list/CustomerList.js";
import { type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { type Payment, paymentFragment, paymentStatus } from "./payment.operations.js";

const query = graphql(`
  query PaymentsList($id: ID!, $after: String, $filter: PaymentFilter, $orderBy: PaymentOrder) {
    customer(id: $id) {
      id
      payments(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...PaymentFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

const filters = {
  onAccount: { onAccount: true },
  received: { direction: "RECEIVED" },
  paid: { direction: "PAID" },
  reversed: { reversed: true },
} as const satisfies Record<string, PaymentFilter>;

const CHOICES = ["onAccount", "received", "paid", "reversed"] as const;

const columns: ListColumn<Payment, PaymentOrderField>[] = [
  {
    id: "paidOn",
    label: "field.paidOn",
    width: 110,
    sort: "PAID_ON",
    hideable: false,
    narrow: "title",
    cell: ({ paidOn }, { t, format }) => (paidOn ? format.date(paidOn) : t("payments.dayUnknown")),
  },
  { id: "status", label: "field.status", width: 140, narrow: "detail", cell: "status" },
  {
    id: "direction",
    label: "payments.direction",
    width: 110,
    cell: ({ direction }, { t }) => t(`payments.direction.${direction}`),
  },
  {
    id: "method",
    label: "payments.method",
    width: 150,
    narrow: "detail",
    cell: ({ method, reference }) => [method, reference].filter(Boolean).join(" · ") || "–",
  },
  moneyColumn("payments.amount", ({ amount }) => amount, {
    id: "amount",
    width: 130,
    sort: "AMOUNT",
    narrow: "end",
  }),
  moneyColumn("payments.unallocated", ({ unallocated }) => unallocated, {
    id: "unallocated",
    width: 130,
  }),
];

/** A customer's payments: what came in and went out, and what of it is still on account. */
export function PaymentsList({ customerId }: { customerId: string }) {
  return (
    <CustomerList
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.payments}
      read={(node) => readFragment(paymentFragment, node)}
      show="payments"
      choices={{
        param: "status",
        label: "field.status",
        all: CHOICES,
        name: (t, one) => t(`payments.filter.${one}`),
        filter: (chosen) => (chosen ? filters[chosen] : null),
      }}
      columns={columns}
      status={(record) => (
        <StatusBadge status={paymentStatus} value={paymentStatus.shown(record)} />
      )}
      rowName={({ reference, id }) => reference ?? id}
      write="invoices:write"
      drawers={{ open: "payment", edit: "payment" }}
      icon={IconCoin}
      texts="payments"
    />
  );
}
