import { INVOICE_STATES, type InvoiceKind } from "@clientela/shared/records/enums";
import { IconCoin, IconFileInvoice } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { choiceLinks } from "../../records/list/choiceLinks.js";
import { RecordList } from "../../records/list/RecordList.js";
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

const CHOICES = ["outstanding", ...INVOICE_STATES] as const;

// What the summary counts, by state; what is open of the first two, the whole of the others.
const counted = {
  AUTHORIZED: { metric: "authorized", column: "balance" },
  OVERDUE: { metric: "overdue", column: "balance" },
  PENDING: { metric: "pending", column: "total" },
  PAID: { metric: "paid", column: "total" },
} as const;

const isCounted = (chosen: (typeof CHOICES)[number] | undefined): chosen is keyof typeof counted =>
  chosen !== undefined && chosen in counted;

interface InvoicesListProps {
  customerId: string;
  kind: InvoiceKind;
}

/** A customer's sales or purchase invoices with state, days late, due date and open balance. */
export function InvoicesList({ customerId, kind }: InvoicesListProps) {
  const t = useT();
  const payment = useDrawerParam("pay");
  const [search] = useSearchParams();
  const chosen = CHOICES.find((one) => one === search.get("state"));
  const states =
    chosen === "outstanding" ? (["AUTHORIZED", "OVERDUE"] as const) : chosen && [chosen];
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
        return choiceLinks({
          t,
          choices: CHOICES,
          chosen,
          to: (state) => paths.customerDocuments(customerId, { show, state }),
          label: (one) =>
            one === "outstanding" ? t("invoices.outstanding") : invoiceStatus.label(t, one),
          counts: metrics && {
            outstanding: metrics.authorized.count + metrics.overdue.count,
            AUTHORIZED: metrics.authorized.count,
            OVERDUE: metrics.overdue.count,
            PENDING: metrics.pending.count,
            PAID: metrics.paid.count,
          },
        });
      }}
      sums={{
        amounts: { total: ({ total }) => total, balance: ({ balance }) => balance },
        known: (column, data) =>
          isCounted(chosen) && counted[chosen].column === column
            ? metricsOf(data?.customer?.summary)?.[counted[chosen].metric].amounts
            : undefined,
      }}
    />
  );
}
