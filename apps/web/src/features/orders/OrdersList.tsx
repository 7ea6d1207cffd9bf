import { ORDER_STATUSES } from "@clientela/shared/records/enums";
import { IconFileInvoice, IconShoppingCart } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { OrderOrderField, OrderRowFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { fieldColumn, type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { RecordList } from "../../records/list/RecordList.js";
import { useMay } from "../../session/viewer.js";
import { ordersCardFragment } from "./OrdersCard.js";
import { orderFields } from "./order.fields.js";
import { isBillable, orderOperations, orderRowFragment, orderStatus } from "./order.operations.js";
import { useInvoiceOrder } from "./useInvoiceOrder.js";

const query = graphql(`
  query OrdersList($id: ID!, $after: String, $filter: OrderFilter, $orderBy: OrderOrder) {
    customer(id: $id) {
      id
      orders(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...OrderRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...OrdersCard_summary
      }
    }
  }
`);

const columns: ListColumn<OrderRowFragment, OrderOrderField>[] = [
  {
    id: "number",
    label: "field.number",
    width: 120,
    sort: "NUMBER",
    hideable: false,
    narrow: "title",
    cell: ({ number }) => number,
  },
  {
    id: "reference",
    label: "field.reference",
    width: 130,
    cell: ({ reference }) => reference,
  },
  fieldColumn(orderFields.orderedOn, ({ orderedOn }) => orderedOn, {
    id: "date",
    width: 130,
    sort: "ORDERED_ON",
    narrow: "detail",
  }),
  { id: "status", label: "field.status", width: 140, narrow: "detail", cell: "status" },
  moneyColumn("field.total", ({ total }) => total, {
    id: "total",
    width: 140,
    sort: "TOTAL",
    narrow: "end",
  }),
];

const CHOICES = ["live", "unfinished", ...ORDER_STATUSES] as const;

/** A customer's purchase orders with status and total. */
export function OrdersList({ customerId }: { customerId: string }) {
  const t = useT();
  const mayInvoice = useMay("invoices:write");
  const bill = useInvoiceOrder(customerId);
  return (
    <RecordList
      operations={orderOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.orders}
      read={(node) => readFragment(orderRowFragment, node)}
      metrics={({ customer }) => readFragment(ordersCardFragment, customer?.summary)?.orders}
      show="orders"
      choices={{
        param: "status",
        label: "field.status",
        all: CHOICES,
        name: (translate, one) =>
          one === "live" || one === "unfinished"
            ? translate(`orders.${one}`)
            : orderStatus.label(translate, one),
        filter: (chosen) => {
          if (chosen === "live") return { cancelled: false };
          if (chosen === "unfinished") return { cancelled: false, finalized: false };
          return chosen ? { status: [chosen] } : null;
        },
        counts: ({ total, finalized }) => ({ live: total.count, FINALIZED: finalized.count }),
      }}
      columns={columns}
      status={orderStatus}
      actions={(order) =>
        mayInvoice && isBillable(order)
          ? [
              {
                label: t("orders.invoice"),
                icon: <IconFileInvoice size={15} />,
                onClick: () => void bill(order.id),
              },
            ]
          : []
      }
      drawers={{ open: "order", edit: "editOrder" }}
      icon={IconShoppingCart}
      texts="orders"
      sums={{
        amounts: { total: ({ total }) => total },
        known: ({ chosen, metrics }) => {
          if (chosen === "FINALIZED") return metrics?.finalized.amounts;
          return chosen === undefined || chosen === "live" ? metrics?.total.amounts : undefined;
        },
      }}
      totals={({ chosen, metrics, total }, column) => {
        // Cancelled orders are listed among all, but come to nothing.
        const leftOut =
          chosen === undefined && metrics !== undefined && metrics.total.count < total;
        return column === "number" && leftOut && t("orders.live");
      }}
    />
  );
}
