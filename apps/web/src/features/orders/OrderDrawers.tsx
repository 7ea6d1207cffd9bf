import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { DocumentView } from "../../records/documents/DocumentView.js";
import { RecordDrawers, type ViewDrawerProps } from "../../records/RecordDrawers.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
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

function OrderView({ customerId, ...view }: ViewDrawerProps & { customerId: string }) {
  const { id } = view;
  const t = useT();
  const format = useFormat();
  const seesInvoices = useMay("invoices:read");
  const mayInvoice = useMay("invoices:write");
  const loaded = useRecord(query, { id, seesInvoices }, ({ order }) => order);
  const bill = useInvoiceOrder(customerId);
  const invoices = loaded.found?.invoices?.edges.map(({ node }) => node) ?? [];
  const open = invoices.every(({ state }) => state === "CANCELLED");
  return (
    <DocumentView
      {...view}
      operations={orderOperations}
      customerId={customerId}
      loaded={loaded}
      document={readFragment(orderFragment, loaded.found)}
      status={orderStatus}
      texts="orders"
      facts={({ orderedOn, reference }) => [
        { label: t("field.orderedOn"), value: format.date(orderedOn) },
        { label: t("field.reference"), value: reference },
        { label: t("quotes.one"), value: loaded.found?.quote?.number },
        { label: t("invoices.title"), value: invoices.map(({ number }) => number).join(", ") },
      ]}
      buttons={(order) =>
        open &&
        isBillable(order) &&
        mayInvoice && <Button onClick={() => void bill(id)}>{t("orders.invoice")}</Button>
      }
    />
  );
}
