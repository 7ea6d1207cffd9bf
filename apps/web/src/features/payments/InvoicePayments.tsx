import { useQuery } from "@apollo/client/react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import classes from "./PaymentView.module.css";
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
  if (payments.length === 0) return null;
  return (
    <ul className={classes.allocations} aria-label={t("payments.title")}>
      {payments.map(({ id, paidOn, method, amount }) => (
        <li key={id}>
          <button type="button" className={classes.link} onClick={() => drawer.open(id)}>
            {[paidOn ? format.date(paidOn) : t("payments.dayUnknown"), method]
              .filter(Boolean)
              .join(" · ")}
          </button>
          <span>{format.money(amount)}</span>
        </li>
      ))}
    </ul>
  );
}
