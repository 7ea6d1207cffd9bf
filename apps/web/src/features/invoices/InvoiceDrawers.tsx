import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { DocumentView } from "../../records/documents/DocumentView.js";
import { RecordDrawers, type ViewDrawerProps } from "../../records/RecordDrawers.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { Money } from "../../ui/values/Money.js";
import { InvoiceForm } from "./InvoiceForm.js";
import { invoiceFragment, invoiceOperations, invoiceStatus, isOpen } from "./invoice.operations.js";
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
  /** The currency of new invoices. */
  currency: string;
  /** Days from the date of a new invoice to its due date. */
  termDays: number | null;
  /** What other kinds of record show inside of an invoice: its payments. */
  inside: (id: string) => ReactNode;
}

/** The drawers for invoices that the URL opens: to view, to edit, to pay. */
export function InvoiceDrawers(props: InvoiceDrawersProps) {
  const { customerId, currency, termDays, inside } = props;
  const pay = useDrawerParam("pay");
  const mayWrite = useMay("invoices:write");
  return (
    <>
      <RecordDrawers
        operations={invoiceOperations}
        params={{ view: "invoice", edit: "editInvoice" }}
        view={(view) => (
          <InvoiceView customerId={customerId} onPay={pay.open} inside={inside} {...view} />
        )}
        form={(form) => (
          <InvoiceForm customerId={customerId} currency={currency} termDays={termDays} {...form} />
        )}
      />
      {pay.value && mayWrite && (
        <PayInvoice key={pay.value} id={pay.value} customerId={customerId} onClose={pay.close} />
      )}
    </>
  );
}

interface PayInvoiceProps {
  id: string;
  customerId: string;
  onClose: () => void;
}

function PayInvoice({ id, customerId, onClose }: PayInvoiceProps) {
  const { found } = useRecord(invoiceOperations.load, { id }, invoiceOperations.loaded);
  if (!found || !isOpen(found)) return null;
  return <PaymentForm customerId={customerId} invoice={found} onClose={onClose} />;
}

interface InvoiceViewProps extends ViewDrawerProps {
  customerId: string;
  onPay: (id: string) => void;
  inside: (id: string) => ReactNode;
}

function InvoiceView({ customerId, onPay, inside, ...view }: InvoiceViewProps) {
  const { id } = view;
  const t = useT();
  const format = useFormat();
  const loaded = useRecord(query, { id }, ({ invoice }) => invoice);
  return (
    <DocumentView
      {...view}
      operations={invoiceOperations}
      customerId={customerId}
      loaded={loaded}
      document={readFragment(invoiceFragment, loaded.found)}
      status={invoiceStatus}
      texts="invoices"
      facts={({ kind, issuedOn, dueOn, paidOn, paid, balance, state }) => {
        const open = isOpen({ state });
        return [
          { label: t("field.kind"), value: t(`invoices.kind.${kind}`) },
          { label: t("orders.one"), value: loaded.found?.order?.number },
          { label: t("field.issuedOn"), value: format.date(issuedOn) },
          { label: t("field.dueOn"), value: <DueDate date={dueOn} open={open} /> },
          { label: t("field.paid"), value: Number(paid.amount) > 0 && <Money value={paid} /> },
          { label: t("field.paidOn"), value: paidOn && format.date(paidOn) },
          { label: t("field.balance"), value: open && <Money value={balance} /> },
        ];
      }}
      inside={inside(id)}
      next={(invoice) => invoiceStatus.next(invoice).filter((next) => next !== "CANCELLED")}
      buttons={(invoice) =>
        isOpen(invoice) && <Button onClick={() => onPay(id)}>{t("invoices.pay")}</Button>
      }
    />
  );
}
