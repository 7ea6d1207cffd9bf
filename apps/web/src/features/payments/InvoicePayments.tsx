import { useQuery } from "@apollo/client/react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { AmountLines } from "../../ui/documents/AmountLines.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { paymentFragment } from "./payment.operations.js";

const query = graphql(`
  query InvoicePayments($id: ID!) {
    invoice(id: $id) {
      id
      payments(first: 100) {
        nodes {
          id
          ...PaymentFields
        }
      }
    }
  }
`);

/** The payments that pay an invoice, each opening its drawer; nothing where there are none. */
export function InvoicePayments({ parentId }: { customerId: string; parentId: string }) {
  const t = useT();
  const format = useFormat();
  const drawer = useDrawerParam("payment");
  const { data } = useQuery(query, { variables: { id: parentId } });
  const payments = (data?.invoice?.payments.nodes ?? []).map((node) =>
    readFragment(paymentFragment, node),
  );
  return (
    <AmountLines
      label={t("payments.title")}
      lines={payments.map(({ id, paidOn, method, amount }) => ({
        key: id,
        label: [paidOn ? format.date(paidOn) : t("payments.dayUnknown"), method]
          .filter(Boolean)
          .join(" · "),
        amount,
        onOpen: () => drawer.open(id),
      }))}
    />
  );
}
