import { QUOTE_STATUSES } from "@clientela/shared/records/enums";
import { IconFileText, IconShoppingCart } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { QuoteOrderField, QuoteRowFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { fieldColumn, type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { RecordList } from "../../records/list/RecordList.js";
import { useMay } from "../../session/viewer.js";
import { quoteFields } from "./quote.fields.js";
import {
  isOrderable,
  quoteMetricsFragment,
  quoteOperations,
  quoteRowFragment,
  quoteStatus,
} from "./quote.operations.js";
import { useOrderQuote } from "./useOrderQuote.js";
import { Validity } from "./Validity.js";

const query = graphql(`
  query QuotesList($id: ID!, $after: String, $filter: QuoteFilter, $orderBy: QuoteOrder) {
    customer(id: $id) {
      id
      quotes(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...QuoteRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...QuoteMetrics_summary
      }
    }
  }
`);

const columns: ListColumn<QuoteRowFragment, QuoteOrderField>[] = [
  {
    id: "number",
    label: "field.number",
    width: 120,
    sort: "NUMBER",
    hideable: false,
    narrow: "title",
    cell: ({ number }) => number,
  },
  fieldColumn(quoteFields.kind, ({ kind }) => kind, { id: "kind", width: 100 }),
  fieldColumn(quoteFields.issuedOn, ({ issuedOn }) => issuedOn, {
    id: "issued",
    width: 105,
    sort: "ISSUED_ON",
  }),
  { id: "status", label: "field.status", width: 140, narrow: "detail", cell: "status" },
  {
    id: "valid",
    label: "field.validUntil",
    width: 170,
    sort: "VALID_UNTIL",
    narrow: "detail",
    cell: ({ validUntil, status }) => (
      <Validity date={validUntil ?? null} open={status === "SENT"} />
    ),
  },
  moneyColumn("field.total", ({ total }) => total, {
    id: "total",
    width: 140,
    sort: "TOTAL",
    narrow: "end",
  }),
];

/** A customer's offers and quotes with status, validity and total. */
export function QuotesList({ customerId }: { customerId: string }) {
  const t = useT();
  const mayOrder = useMay("orders:write");
  const order = useOrderQuote(customerId);
  return (
    <RecordList
      operations={quoteOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.quotes}
      read={(node) => readFragment(quoteRowFragment, node)}
      metrics={({ customer }) => readFragment(quoteMetricsFragment, customer?.summary)?.quotes}
      show="quotes"
      choices={{
        param: "status",
        label: "field.status",
        all: QUOTE_STATUSES,
        name: quoteStatus.label,
        filter: (status) => (status ? { status: [status] } : null),
        counts: ({ accepted }) => ({ ACCEPTED: accepted.count }),
      }}
      columns={columns}
      status={quoteStatus}
      actions={(quote) =>
        mayOrder && isOrderable(quote)
          ? [
              {
                label: t("quotes.order"),
                icon: <IconShoppingCart size={15} />,
                onClick: () => void order(quote.id),
              },
            ]
          : []
      }
      drawers={{ open: "quote", edit: "editQuote" }}
      icon={IconFileText}
      texts="quotes"
      sums={{
        amounts: { total: ({ total }) => total },
        known: ({ chosen, metrics }) =>
          chosen === "ACCEPTED" ? metrics?.accepted.amounts : undefined,
      }}
    />
  );
}
