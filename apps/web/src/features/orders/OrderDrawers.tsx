import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { RecordActions } from "../../records/list/RecordActions.js";
import { PendingDrawer } from "../../records/PendingDrawer.js";
import { RecordDrawers, type ViewDrawerProps } from "../../records/RecordDrawers.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import { OrderForm } from "./OrderForm.js";
import { isBillable, orderFragment, orderOperations, orderStatus } from "./order.operations.js";
import { useInvoiceOrder } from "./useInvoiceOrder.js";

const query = graphql(`
  query OrderDrawers($id: ID!, $seesInvoices: Boolean!) {
    order(id: $id) {
      id
      ...OrderFields
      quote {
        id
        number
      }
      invoices(first: 5) @include(if: $seesInvoices) {
        edges {
          node {
            id
            number
            state
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

interface OrderDrawersProps {
  customerId: string;
  /** The currency of new orders. */
  currency: string;
}

/** The drawers for orders that the URL opens: one to view, one to edit. */
export function OrderDrawers({ customerId, currency }: OrderDrawersProps) {
  return (
    <RecordDrawers
      operations={orderOperations}
      params={{ view: "order", edit: "editOrder" }}
      view={(view) => <OrderView customerId={customerId} {...view} />}
      form={(form) => <OrderForm customerId={customerId} currency={currency} {...form} />}
    />
  );
}

function OrderView({ id, customerId, onClose, onEdit }: ViewDrawerProps & { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const seesInvoices = useMay("invoices:read");
  const mayInvoice = useMay("invoices:write");
  const loaded = useRecord(query, { id, seesInvoices }, ({ order }) => order);
  const bill = useInvoiceOrder(customerId);
  const order = readFragment(orderFragment, loaded.found);
  if (!order) {
    return (
      <PendingDrawer
        restorable={{ id, operations: orderOperations }}
        loaded={loaded}
        title={t("orders.one")}
        failed={t("orders.failed")}
        onClose={onClose}
      />
    );
  }
  const invoices = loaded.found?.invoices?.edges.map(({ node }) => node) ?? [];
  const open = invoices.every(({ state }) => state === "CANCELLED");
  return (
    <DocumentDrawer
      title={t("orders.titleOf", { number: order.number })}
      onClose={onClose}
      pdf={paths.documentPdf(id)}
      status={<StatusBadge status={orderStatus} value={order.status} />}
      facts={[
        { label: t("field.orderedOn"), value: format.date(order.orderedOn) },
        { label: t("field.reference"), value: order.reference },
        { label: t("quotes.one"), value: loaded.found?.quote?.number },
        { label: t("invoices.title"), value: invoices.map(({ number }) => number).join(", ") },
      ]}
      lines={
        <>
          <LinesTable lines={order.lines} total={order.total} />
          <ExternalIds id={id} readOnly={!onEdit} />
        </>
      }
      notes={order.notes}
      actions={
        onEdit && (
          <RecordActions
            operations={orderOperations}
            customerId={customerId}
            record={order}
            status={orderStatus}
            onEdit={onEdit}
            onClose={onClose}
          >
            {open && isBillable(order) && mayInvoice && (
              <Button onClick={() => void bill(id)}>{t("orders.invoice")}</Button>
            )}
          </RecordActions>
        )
      }
    />
  );
}
