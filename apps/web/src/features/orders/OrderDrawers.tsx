import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { DeleteButton } from "../../ui/overlays/DeleteButton.js";
import { SideDrawer } from "../../ui/overlays/SideDrawer.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { OrderForm } from "./OrderForm.js";
import { OrderStatusBadge } from "./OrderStatusBadge.js";
import { nextStatuses, type Order, orderFragment, useOrderEdits } from "./orderEdits.js";
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

/** The drawers for orders that the URL asks for: one to look into, one to edit. */
export function OrderDrawers({ customerId, currency }: { customerId: string; currency: string }) {
  const look = useDrawerParam("order");
  const edit = useDrawerParam("editOrder");
  const mayWrite = useMay("orders:write");
  return (
    <>
      {look.value && (
        <OrderDetails
          key={look.value}
          id={look.value}
          customerId={customerId}
          onClose={look.close}
          onEdit={mayWrite ? edit.open : undefined}
        />
      )}
      {edit.value === "new" && mayWrite && (
        <OrderForm customerId={customerId} currency={currency} onClose={edit.close} />
      )}
      {edit.value && edit.value !== "new" && mayWrite && (
        <EditOrder key={edit.value} id={edit.value} customerId={customerId} onClose={edit.close} />
      )}
    </>
  );
}

function useOrder(id: string) {
  const seesInvoices = useMay("invoices:read");
  const { data, error, refetch } = useQuery(query, { variables: { id, seesInvoices } });
  return { found: data?.order, gone: data?.order === null, error, retry: () => void refetch() };
}

function EditOrder(props: { id: string; customerId: string; onClose: () => void }) {
  const { found } = useOrder(props.id);
  if (!found) return null;
  const order: Order = readFragment(orderFragment, found);
  return (
    <OrderForm
      customerId={props.customerId}
      order={order}
      currency={order.currency}
      onClose={props.onClose}
    />
  );
}

interface OrderDetailsProps {
  id: string;
  customerId: string;
  onClose: () => void;
  onEdit?: (id: string) => void;
}

function OrderDetails({ id, customerId, onClose, onEdit }: OrderDetailsProps) {
  const t = useT();
  const format = useFormat();
  const { found, gone, error, retry } = useOrder(id);
  const edits = useOrderEdits(customerId);
  const attempt = useAttempt();
  const invoice = useInvoiceOrder(customerId);
  const mayInvoice = useMay("invoices:write");
  if (!found) {
    return (
      <SideDrawer opened onClose={onClose} title={t("orders.one")}>
        {error ? (
          <ErrorNote error={error} onRetry={retry}>
            {t("orders.failed")}
          </ErrorNote>
        ) : gone ? (
          <p>{t("ui.gone")}</p>
        ) : (
          <SkeletonRows rows={5} columns={["30%", "40%"]} label={t("orders.one")} />
        )}
      </SideDrawer>
    );
  }
  const order = readFragment(orderFragment, found);
  const invoices = found.invoices?.edges.map(({ node }) => node) ?? [];
  const billable =
    (order.status === "OPEN" || order.status === "FINALIZED") &&
    invoices.every(({ state }) => state === "CANCELLED");
  return (
    <DocumentDrawer
      title={t("orders.titleOf", { number: order.number })}
      onClose={onClose}
      status={<OrderStatusBadge status={order.status} />}
      facts={[
        { label: t("field.orderedOn"), value: format.date(order.orderedOn) },
        { label: t("field.reference"), value: order.reference },
        { label: t("quotes.one"), value: found.quote?.number },
        {
          label: t("invoices.title"),
          value: invoices.map(({ number }) => number).join(", "),
        },
      ]}
      lines={<LinesTable lines={order.lines} total={order.total} />}
      notes={order.notes}
      actions={
        onEdit && (
          <>
            <DeleteButton
              name={order.number}
              onDelete={() => {
                onClose();
                void edits.remove(order);
              }}
            />
            <Button variant="default" onClick={() => onEdit(id)}>
              {t("ui.edit")}
            </Button>
            {nextStatuses(order.status).map((status) => (
              <Button
                key={status}
                variant="default"
                onClick={() => void attempt(() => edits.setStatus(order, status))}
              >
                {t(`orders.to.${status}`)}
              </Button>
            ))}
            {billable && mayInvoice && (
              <Button onClick={() => void invoice(id)}>{t("orders.invoice")}</Button>
            )}
          </>
        )
      }
    />
  );
}
