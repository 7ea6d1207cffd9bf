import { IconReceiptRefund } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { CreditNoteFilter, CreditNoteOrderField } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { CustomerList } from "../../records/list/CustomerList.js";
import { choiceLinks } from "../../records/list/choiceLinks.js";
import { type ListColumn, moneyColumn, sortsOf } from "../../records/list/listColumns.js";
import { useListColumns } from "../../records/list/useListColumns.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { useMay } from "../../session/viewer.js";
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
  const t = useT();
  const [search] = useSearchParams();
  const chosen = CHOICES.find((one) => one === search.get("status"));
  return (
    <CustomerList
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.creditNotes}
      read={(node) => readFragment(creditNoteFragment, node)}
      filter={chosen ? filters[chosen] : null}
      columns={useListColumns(columns, (creditNote) => (
        <StatusBadge status={creditNoteStatus} value={creditNoteStatus.shown(creditNote)} />
      ))}
      sorts={sortsOf(columns)}
      rowName={({ number }) => number}
      mayWrite={useMay("invoices:write")}
      drawers={{ open: "creditNote", edit: "creditNote" }}
      icon={IconReceiptRefund}
      messages={{
        title: t("creditNotes.title"),
        add: t("creditNotes.add"),
        none: t("creditNotes.none"),
        failed: t("creditNotes.failed"),
        filter: t("field.status"),
      }}
      filters={() =>
        choiceLinks({
          t,
          choices: CHOICES,
          chosen,
          to: (status) => paths.listFilter("creditNotes", { status }),
          label: (one) => t(`creditNotes.filter.${one}`),
        })
      }
    />
  );
}
