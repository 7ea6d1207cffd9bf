import { useApolloClient } from "@apollo/client/react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { LedgerEntryView } from "../../records/documents/LedgerEntryView.js";
import { useRecord } from "../../records/useRecord.js";
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
  const loaded = useRecord(query, { id }, ({ payment }) => payment);
  return (
    <LedgerEntryView
      id={id}
      customerId={customerId}
      onClose={onClose}
      loaded={loaded}
      entry={readFragment(paymentFragment, loaded.found)}
      write="invoices:write"
      status={paymentStatus}
      texts="payments"
      title={({ amount }) => t("payments.titleOf", { amount: format.money(amount) })}
      facts={({ direction, paidOn, amount, unallocated, reversedOn, ...payment }) => [
        { label: t("payments.direction"), value: t(`payments.direction.${direction}`) },
        {
          label: t("field.paidOn"),
          value: paidOn ? format.date(paidOn) : t("payments.dayUnknown"),
        },
        { label: t("payments.amount"), value: format.money(amount) },
        { label: t("payments.unallocated"), value: format.money(unallocated) },
        { label: t("payments.method"), value: payment.method },
        { label: t("payments.reference"), value: payment.reference },
        { label: t("payments.reversedOn"), value: reversedOn && format.date(reversedOn) },
        { label: t("payments.reason"), value: payment.reversalReason },
      ]}
      settles={t("payments.pays")}
      notes={({ note }) => note}
      takeBack={({ reversedOn }) =>
        reversedOn
          ? null
          : {
              label: t("payments.reverse"),
              title: t("payments.reverseTitle"),
              text: t("payments.reverseText"),
              reason: t("payments.reason"),
              confirm: (reason) => reversePayment(client, customerId, { id, reason }),
            }
      }
    />
  );
}
