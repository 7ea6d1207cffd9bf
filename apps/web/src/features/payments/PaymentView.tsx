import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { PendingDrawer } from "../../records/PendingDrawer.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { AmountLines } from "../../ui/documents/AmountLines.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { ReasonDialog } from "../../ui/documents/ReasonDialog.js";
import { paymentFragment, paymentStatus, reversePayment } from "./payment.operations.js";

const query = graphql(`
  query Payment($id: ID!) {
    payment(id: $id) {
      id
      ...PaymentFields
      allocations {
        amount {
          amount
          currency
        }
        invoice {
          id
          number
          kind
        }
      }
    }
  }
`);

interface PaymentViewProps {
  id: string;
  customerId: string;
  onClose: () => void;
}

/** The drawer of a payment: what it was, which invoices it pays, and the way to reverse it. */
export function PaymentView({ id, customerId, onClose }: PaymentViewProps) {
  const t = useT();
  const format = useFormat();
  const client = useApolloClient();
  const mayWrite = useMay("invoices:write");
  const [reversing, setReversing] = useState(false);
  const loaded = useRecord(query, { id }, ({ payment }) => payment);
  const payment = readFragment(paymentFragment, loaded.found);
  if (!payment) {
    return (
      <PendingDrawer
        loaded={loaded}
        title={t("payments.one")}
        failed={t("payments.failed")}
        onClose={onClose}
      />
    );
  }
  return (
    <>
      <DocumentDrawer
        title={t("payments.titleOf", { amount: format.money(payment.amount) })}
        onClose={onClose}
        status={<StatusBadge status={paymentStatus} value={paymentStatus.shown(payment)} />}
        facts={[
          { label: t("payments.direction"), value: t(`payments.direction.${payment.direction}`) },
          {
            label: t("field.paidOn"),
            value: payment.paidOn ? format.date(payment.paidOn) : t("payments.dayUnknown"),
          },
          { label: t("payments.amount"), value: format.money(payment.amount) },
          { label: t("payments.unallocated"), value: format.money(payment.unallocated) },
          { label: t("payments.method"), value: payment.method },
          { label: t("payments.reference"), value: payment.reference },
          {
            label: t("payments.reversedOn"),
            value: payment.reversedOn && format.date(payment.reversedOn),
          },
          { label: t("payments.reason"), value: payment.reversalReason },
        ]}
        lines={
          <>
            <AmountLines
              label={t("payments.pays")}
              lines={(loaded.found?.allocations ?? []).map(({ invoice, amount }) => ({
                key: invoice?.id ?? amount.amount,
                label: invoice
                  ? t("invoices.titleOf", { number: invoice.number })
                  : t("payments.invoiceGone"),
                amount,
                to: invoice && paths.customerInvoice(customerId, invoice),
              }))}
            />
            <ExternalIds id={id} readOnly={!mayWrite} />
          </>
        }
        notes={payment.note}
        actions={
          mayWrite &&
          !payment.reversedOn && (
            <Button variant="default" onClick={() => setReversing(true)}>
              {t("payments.reverse")}
            </Button>
          )
        }
      />
      {reversing && (
        <ReasonDialog
          title={t("payments.reverseTitle")}
          text={t("payments.reverseText")}
          confirmLabel={t("payments.reverse")}
          reasonLabel={t("payments.reason")}
          onConfirm={(reason) => reversePayment(client, customerId, { id, reason })}
          onClose={() => setReversing(false)}
        />
      )}
    </>
  );
}
