import type { InvoiceKind } from "@clientela/shared/records/enums";
import { IconCoin, IconFileInvoice } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { RecordList } from "../../records/list/RecordList.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { invoicesCardFragment } from "./InvoicesCard.js";
import {
  invoiceOperations,
  invoiceRowFragment,
  invoiceStatus,
  isOpen,
} from "./invoice.operations.js";
import { type InvoiceChoice, invoiceChoices } from "./invoiceChoices.js";
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

const isCounted = (chosen: InvoiceChoice | undefined): chosen is keyof typeof counted =>
  chosen !== undefined && chosen in counted;

interface InvoicesListProps {
  customerId: string;
  kind: InvoiceKind;
}

/** A customer's sales or purchase invoices with state, days late, due date and open balance. */
export function InvoicesList({ customerId, kind }: InvoicesListProps) {
  const t = useT();
  const payment = useDrawerParam("pay");
  const isSales = kind === "SALES";
  return (
    <RecordList
      operations={invoiceOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.invoices}
      read={(node) => readFragment(invoiceRowFragment, node)}
      metrics={({ customer }) => {
        const summary = readFragment(invoicesCardFragment, customer?.summary);
        return isSales ? summary?.invoices : summary?.purchaseInvoices;
      }}
      show={isSales ? "sales" : "purchases"}
      choices={{
        ...invoiceChoices(kind),
        counts: ({ authorized, overdue, pending, paid }) => ({
          outstanding: authorized.count + overdue.count,
          AUTHORIZED: authorized.count,
          OVERDUE: overdue.count,
          PENDING: pending.count,
          PAID: paid.count,
        }),
      }}
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
      texts="invoices"
      title={isSales ? t("invoices.sales") : t("invoices.purchases")}
      addLabel={isSales ? t("invoices.add") : t("invoices.addPurchase")}
      sums={{
        amounts: { total: ({ total }) => total, balance: ({ balance }) => balance },
        known: ({ chosen, metrics }, column) =>
          isCounted(chosen) && counted[chosen].column === column
            ? metrics?.[counted[chosen].metric].amounts
            : undefined,
      }}
    />
  );
}
