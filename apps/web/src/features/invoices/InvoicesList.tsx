import {
  INVOICE_STATES,
  type InvoiceKind,
  type InvoiceState,
} from "@clientela/shared/records/enums";
import { IconCoin, IconFileInvoice } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { RecordList } from "../../records/list/RecordList.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { invoicesCardFragment } from "./InvoicesCard.js";
import {
  invoiceOperations,
  invoiceRowFragment,
  invoiceStatus,
  isOpen,
} from "./invoice.operations.js";
import { invoiceColumns } from "./invoiceColumns.js";

const query = graphql(`
  query InvoicesList($id: ID!, $after: String, $filter: InvoiceFilter, $orderBy: InvoiceOrder) {
    customer(id: $id) {
      id
      invoices(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...InvoiceRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...InvoicesCard_summary
      }
    }
  }
`);

// What the summary counts, by state; what is open of the first two, the whole of the others.
const counted = {
  AUTHORIZED: { metric: "authorized", column: "balance" },
  OVERDUE: { metric: "overdue", column: "balance" },
  PENDING: { metric: "pending", column: "total" },
  PAID: { metric: "paid", column: "total" },
} as const;

const isCounted = (state: InvoiceState | undefined): state is keyof typeof counted =>
  state !== undefined && state in counted;

interface InvoicesListProps {
  customerId: string;
  kind: InvoiceKind;
}

/** A customer's sales or purchase invoices with state, days late, due date and open balance. */
export function InvoicesList({ customerId, kind }: InvoicesListProps) {
  const t = useT();
  const payment = useDrawerParam("pay");
  const [search] = useSearchParams();
  const chosen = search.get("state");
  const state = INVOICE_STATES.find((one) => one === chosen);
  const outstanding = chosen === "outstanding";
  const states = state ? [state] : outstanding ? (["AUTHORIZED", "OVERDUE"] as const) : undefined;
  const isSales = kind === "SALES";
  const show = isSales ? ("sales" as const) : ("purchases" as const);
  const metricsOf = (masked: FragmentType<typeof invoicesCardFragment> | undefined) => {
    const summary = readFragment(invoicesCardFragment, masked);
    return isSales ? summary?.invoices : summary?.purchaseInvoices;
  };
  return (
    <RecordList
      operations={invoiceOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.invoices}
      read={(node) => readFragment(invoiceRowFragment, node)}
      filter={{ kind, ...(states ? { state: [...states] } : {}) }}
      columns={invoiceColumns}
      status={invoiceStatus}
      actions={(invoice) =>
        isOpen(invoice)
          ? [
              {
                label: t("invoices.pay"),
                icon: <IconCoin size={15} />,
                onClick: () => payment.open(invoice.id),
              },
            ]
          : []
      }
      drawers={{ open: "invoice", edit: "editInvoice" }}
      createValue={`new:${kind}`}
      icon={IconFileInvoice}
      messages={{
        title: isSales ? t("invoices.sales") : t("invoices.purchases"),
        add: isSales ? t("invoices.add") : t("invoices.addPurchase"),
        none: t("invoices.none"),
        failed: t("invoices.failed"),
        filter: t("field.status"),
      }}
      filters={({ data }) => {
        const metrics = metricsOf(data?.customer?.summary);
        return [
          {
            to: paths.customerDocuments(customerId, { show }),
            label: t("ui.all"),
            active: states === undefined,
          },
          {
            to: paths.customerDocuments(customerId, { show, state: "outstanding" }),
            label: t("invoices.outstanding"),
            active: outstanding,
            count: metrics && metrics.authorized.count + metrics.overdue.count,
          },
          ...INVOICE_STATES.map((one) => ({
            to: paths.customerDocuments(customerId, { show, state: one }),
            label: invoiceStatus.label(t, one),
            active: state === one,
            count: isCounted(one) ? metrics?.[counted[one].metric].count : undefined,
          })),
        ];
      }}
      totals={(column, { data, rows, total }) => {
        if (column === "number") return t("ui.total");
        if (column !== "total" && column !== "balance") return null;
        const known =
          isCounted(state) && counted[state].column === column
            ? metricsOf(data?.customer?.summary)?.[counted[state].metric].amounts
            : undefined;
        return <TotalsCell known={known} loaded={rows.map((row) => row[column])} total={total} />;
      }}
    />
  );
}
