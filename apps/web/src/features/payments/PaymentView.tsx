import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { useRecord } from "../../records/useRecord.js";
import { useMay } from "../../session/viewer.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { TextField } from "../../ui/fields/TextField.js";
import { ConfirmDialog } from "../../ui/overlays/ConfirmDialog.js";
import { SideDrawer } from "../../ui/overlays/SideDrawer.js";
import { PaymentStatus } from "./PaymentStatus.js";
import classes from "./PaymentView.module.css";
import { paymentFragment, reversePayment } from "./payment.operations.js";

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
  const mayWrite = useMay("invoices:write");
  const [reversing, setReversing] = useState(false);
  const loaded = useRecord(query, { id }, ({ payment }) => payment);
  const payment = readFragment(paymentFragment, loaded.found);
  if (!payment) {
    return (
      <SideDrawer opened onClose={onClose} title={t("payments.one")} readOnly>
        {loaded.gone || loaded.error ? (
          <ErrorNote error={loaded.error} onRetry={loaded.retry}>
            {t("payments.failed")}
          </ErrorNote>
        ) : (
          <SkeletonRows label={t("profile.loading")} />
        )}
      </SideDrawer>
    );
  }
  return (
    <>
      <DocumentDrawer
        title={t("payments.titleOf", { amount: format.money(payment.amount) })}
        onClose={onClose}
        status={<PaymentStatus payment={payment} />}
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
            <ul className={classes.allocations} aria-label={t("payments.pays")}>
              {(loaded.found?.allocations ?? []).map(({ invoice, amount }) => (
                <li key={invoice?.id ?? amount.amount}>
                  {invoice ? (
                    <Link
                      to={paths.customerDocuments(customerId, {
                        show: invoice.kind === "SALES" ? "sales" : "purchases",
                        invoice: invoice.id,
                      })}
                    >
                      {t("invoices.titleOf", { number: invoice.number })}
                    </Link>
                  ) : (
                    t("payments.invoiceGone")
                  )}
                  <span>{format.money(amount)}</span>
                </li>
              ))}
            </ul>
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
        <ReversePayment id={id} customerId={customerId} onClose={() => setReversing(false)} />
      )}
    </>
  );
}

function ReversePayment({ id, customerId, onClose }: PaymentViewProps) {
  const t = useT();
  const client = useApolloClient();
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      title={t("payments.reverseTitle")}
      confirmLabel={t("payments.reverse")}
      destructive
      ready={reason.trim() !== ""}
      onConfirm={() => reversePayment(client, customerId, { id, reason })}
      onClose={onClose}
    >
      <p>{t("payments.reverseText")}</p>
      <TextField
        label={t("payments.reason")}
        value={reason}
        maxLength={200}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
