import { PROMISE_STATES } from "@clientela/shared/promises/promiseFields";
import { IconCalendarDollar } from "@tabler/icons-react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { PromiseToPayOrderField } from "../../../gql/graphql.js";
import { CustomerList } from "../../../records/list/CustomerList.js";
import { type ListColumn, moneyColumn } from "../../../records/list/listColumns.js";
import { StatusBadge } from "../../../records/StatusBadge.js";
import { type PromiseToPay, promiseFragment, promiseStatus } from "./promise.operations.js";

const query = graphql(`
  query PromisesList(
    $id: ID!
    $after: String
    $filter: PromiseToPayFilter
    $orderBy: PromiseToPayOrder
  ) {
    customer(id: $id) {
      id
      promisesToPay(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...PromiseFields
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

const columns: ListColumn<PromiseToPay, PromiseToPayOrderField>[] = [
  {
    id: "dueOn",
    label: "promises.dueOn",
    width: 130,
    sort: "DUE_ON",
    hideable: false,
    narrow: "title",
    cell: ({ dueOn }, { format }) => format.date(dueOn),
  },
  { id: "state", label: "field.status", width: 140, narrow: "detail", cell: "status" },
  moneyColumn("promises.amount", ({ amount }) => amount, {
    id: "amount",
    width: 130,
    sort: "AMOUNT",
    narrow: "end",
  }),
  moneyColumn("promises.received", ({ received }) => received, { id: "received", width: 130 }),
  {
    id: "madeOn",
    label: "promises.madeOn",
    width: 130,
    sort: "MADE_ON",
    cell: ({ madeOn }, { format }) => format.date(madeOn),
  },
  {
    id: "contact",
    label: "promises.contact",
    width: 160,
    narrow: "detail",
    cell: ({ contact }) => contact?.name ?? "–",
  },
];

/** What a customer promised to pay, until when, and whether the money came. */
export function PromisesList({ customerId }: { customerId: string }) {
  return (
    <CustomerList
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.promisesToPay}
      read={(node) => readFragment(promiseFragment, node)}
      show="promises"
      choices={{
        param: "status",
        label: "field.status",
        all: PROMISE_STATES,
        name: promiseStatus.label,
        filter: (chosen) => (chosen ? { state: [chosen] } : null),
      }}
      columns={columns}
      status={(record) => (
        <StatusBadge status={promiseStatus} value={promiseStatus.shown(record)} />
      )}
      rowName={({ dueOn }) => dueOn}
      write="invoices:write"
      drawers={{ open: "promiseToPay", edit: "promiseToPay" }}
      icon={IconCalendarDollar}
      texts="promises"
    />
  );
}
