import { useQuery } from "@apollo/client/react";
import type { InvoiceKind } from "@clientela/shared/records/enums";
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
import { DueDate } from "../../ui/values/DueDate.js";
import { InvoiceForm } from "./InvoiceForm.js";
import { InvoiceStateBadge } from "./InvoiceStateBadge.js";
import { invoiceFragment, isOpen, nextStatuses, useInvoiceEdits } from "./invoiceEdits.js";
import { PaymentForm } from "./PaymentForm.js";

const query = graphql(`
  query InvoiceDrawers($id: ID!) {
    invoice(id: $id) {
      id
      ...InvoiceFields
      order {
        id
        number
      }
    }
  }
`);

interface InvoiceDrawersProps {
  customerId: string;
  currency: string;
  termDays: number | null;
}

/** The drawers for invoices that the URL asks for: to look into, to edit, to pay. */
export function InvoiceDrawers({ customerId, currency, termDays }: InvoiceDrawersProps) {
  const look = useDrawerParam("invoice");
  const edit = useDrawerParam("editInvoice");
  const pay = useDrawerParam("pay");
  const mayWrite = useMay("invoices:write");
  const isNew = edit.value?.startsWith("new") ?? false;
  const kind: InvoiceKind = edit.value === "new:PURCHASE" ? "PURCHASE" : "SALES";
  return (
    <>
      {look.value && (
        <InvoiceDetails
          key={look.value}
          id={look.value}
          customerId={customerId}
          onClose={look.close}
          onEdit={mayWrite ? edit.open : undefined}
          onPay={mayWrite ? pay.open : undefined}
        />
      )}
      {isNew && mayWrite && (
        <InvoiceForm
          key={edit.value}
          customerId={customerId}
          kind={kind}
          currency={currency}
          termDays={termDays}
          onClose={edit.close}
        />
      )}
      {edit.value && !isNew && mayWrite && (
        <EditInvoice
          key={edit.value}
          id={edit.value}
          customerId={customerId}
          onClose={edit.close}
        />
      )}
      {pay.value && mayWrite && (
        <PayInvoice key={pay.value} id={pay.value} customerId={customerId} onClose={pay.close} />
      )}
    </>
  );
}

function useInvoice(id: string) {
  const { data, error, refetch } = useQuery(query, { variables: { id } });
  return { found: data?.invoice, gone: data?.invoice === null, error, retry: () => void refetch() };
}

interface OneInvoiceProps {
  id: string;
  customerId: string;
  onClose: () => void;
}

function EditInvoice({ id, customerId, onClose }: OneInvoiceProps) {
  const { found } = useInvoice(id);
  if (!found) return null;
  const invoice = readFragment(invoiceFragment, found);
  return (
    <InvoiceForm
      customerId={customerId}
      kind={invoice.kind}
      invoice={invoice}
      currency={invoice.currency}
      termDays={null}
      onClose={onClose}
    />
  );
}

function PayInvoice({ id, customerId, onClose }: OneInvoiceProps) {
  const { found } = useInvoice(id);
  const invoice = readFragment(invoiceFragment, found);
  if (!invoice || !isOpen(invoice)) return null;
  return <PaymentForm customerId={customerId} invoice={invoice} onClose={onClose} />;
}

interface InvoiceDetailsProps extends OneInvoiceProps {
  onEdit?: (id: string) => void;
  onPay?: (id: string) => void;
}

function InvoiceDetails({ id, customerId, onClose, onEdit, onPay }: InvoiceDetailsProps) {
  const t = useT();
  const format = useFormat();
  const { found, gone, error, retry } = useInvoice(id);
  const edits = useInvoiceEdits(customerId);
  const attempt = useAttempt();
  if (!found) {
    return (
      <SideDrawer opened onClose={onClose} title={t("invoices.one")}>
        {error ? (
          <ErrorNote error={error} onRetry={retry}>
            {t("invoices.failed")}
          </ErrorNote>
        ) : gone ? (
          <p>{t("ui.gone")}</p>
        ) : (
          <SkeletonRows rows={5} columns={["30%", "40%"]} label={t("invoices.one")} />
        )}
      </SideDrawer>
    );
  }
  const invoice = readFragment(invoiceFragment, found);
  const { status, state, paidOn, paid, balance } = invoice;
  const open = isOpen(invoice);
  const next = nextStatuses(status).filter((one) => one !== "PAID" && one !== "CANCELLED");
  return (
    <DocumentDrawer
      title={t("invoices.titleOf", { number: invoice.number })}
      onClose={onClose}
      status={<InvoiceStateBadge state={state} />}
      facts={[
        { label: t("field.kind"), value: t(`invoices.kind.${invoice.kind}`) },
        { label: t("orders.one"), value: found.order?.number },
        { label: t("field.issuedOn"), value: format.date(invoice.issuedOn) },
        { label: t("field.dueOn"), value: <DueDate date={invoice.dueOn} open={open} /> },
        { label: t("field.paid"), value: Number(paid.amount) > 0 && format.money(paid) },
        { label: t("field.paidOn"), value: paidOn && format.date(paidOn) },
        { label: t("field.balance"), value: open && format.money(balance) },
      ]}
      lines={<LinesTable lines={invoice.lines} total={invoice.total} />}
      notes={invoice.notes}
      actions={
        onEdit && (
          <>
            <DeleteButton
              name={invoice.number}
              onDelete={() => {
                onClose();
                void edits.remove(invoice);
              }}
            />
            <Button variant="default" onClick={() => onEdit(id)}>
              {t("ui.edit")}
            </Button>
            {next.map((one) => (
              <Button
                key={one}
                variant="default"
                onClick={() => void attempt(() => edits.setStatus(invoice, one))}
              >
                {status === "PAID" ? t("invoices.takePaymentBack") : t(`invoices.to.${one}`)}
              </Button>
            ))}
            {open && onPay && <Button onClick={() => onPay(id)}>{t("invoices.pay")}</Button>}
          </>
        )
      }
    />
  );
}
