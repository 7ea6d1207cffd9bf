import { IconReceiptRefund } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { CreditNoteFilter, CreditNoteOrderField } from "../../gql/graphql.js";
import { CustomerList } from "../../records/list/CustomerList.js";
import { type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { type CreditNote, creditNoteFragment, creditNoteStatus } from "./creditNote.operations.js";

const query = graphql(`
  query CreditNotesList($id: ID!, $after: String, $filter: CreditNoteFilter, $orderBy: CreditNoteOrder) {
    customer(id: $id) {
      id
      creditNotes(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...CreditNoteFields
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
  sales: { kind: "SALES" },
  purchases: { kind: "PURCHASE" },
  cancelled: { cancelled: true },
} as const satisfies Record<string, CreditNoteFilter>;

const CHOICES = ["onAccount", "sales", "purchases", "cancelled"] as const;

const columns: ListColumn<CreditNote, CreditNoteOrderField>[] = [
  {
    id: "number",
    label: "creditNotes.number",
    width: 120,
    sort: "NUMBER",
    hideable: false,
    narrow: "title",
    cell: ({ number }) => number,
  },
  { id: "status", label: "field.status", width: 140, narrow: "detail", cell: "status" },
  {
    id: "issuedOn",
    label: "field.issuedOn",
    width: 110,
    sort: "ISSUED_ON",
    narrow: "detail",
    cell: ({ issuedOn }, { format }) => format.date(issuedOn),
  },
  {
    id: "kind",
    label: "creditNotes.kind",
    width: 110,
    cell: ({ kind }, { t }) => t(`creditNotes.kind.${kind}`),
  },
  moneyColumn("field.total", ({ total }) => total, {
    id: "total",
    width: 130,
    sort: "TOTAL",
    narrow: "end",
  }),
  moneyColumn("creditNotes.unallocated", ({ unallocated }) => unallocated, {
    id: "unallocated",
    width: 130,
  }),
];

/** A customer's credit notes: what they settle, and what of them is still on account. */
export function CreditNotesList({ customerId }: { customerId: string }) {
  return (
    <CustomerList
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.creditNotes}
      read={(node) => readFragment(creditNoteFragment, node)}
      show="creditNotes"
      choices={{
        param: "status",
        label: "field.status",
        all: CHOICES,
        name: (t, one) => t(`creditNotes.filter.${one}`),
        filter: (chosen) => (chosen ? filters[chosen] : null),
      }}
      columns={columns}
      status={(record) => (
        <StatusBadge status={creditNoteStatus} value={creditNoteStatus.shown(record)} />
      )}
      rowName={({ number }) => number}
      write="invoices:write"
      drawers={{ open: "creditNote", edit: "creditNote" }}
      icon={IconReceiptRefund}
      texts="creditNotes"
    />
  );
}
