import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../../../gql/fragment-masking.js";
import { graphql } from "../../../../gql/gql.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { paths } from "../../../../paths.js";
import classes from "./PaymentMatch.module.css";

const fragment = graphql(`
  fragment PaymentMatch_match on ImportPaymentMatch {
    score
    reasons
    customer {
      id
      number
      displayName
    }
    allocations {
      amount {
        amount
        currency
      }
      invoice {
        id
        number
      }
    }
  }
`);

interface PaymentMatchProps {
  match: FragmentType<typeof fragment>;
}

/** Whose payment a transaction is and what it pays, with what speaks for it. */
export function PaymentMatch(props: PaymentMatchProps) {
  const t = useT();
  const format = useFormat();
  const { customer, allocations, score, reasons } = readFragment(fragment, props.match);
  return (
    <span className={classes.match}>
      <span className={classes.what}>
        {customer && (
          <Link to={paths.customer(customer.id)}>
            {customer.displayName} · {customer.number}
          </Link>
        )}
        {allocations.length === 0 && <span>{t("import.payment.account")}</span>}
        {allocations.map(({ invoice, amount }) => (
          <span key={invoice?.id ?? amount.amount}>
            {customer && invoice ? (
              <Link to={paths.customerDocuments(customer.id, { invoice: invoice.id })}>
                {invoice.number}
              </Link>
            ) : (
              invoice?.number
            )}{" "}
            {format.money(amount)}
          </span>
        ))}
      </span>
      {reasons.length > 0 && (
        <span className={classes.why}>
          {t("import.payment.score", { score })}:{" "}
          {reasons.map((reason) => t(`import.payment.reason.${reason}`)).join(", ")}
        </span>
      )}
    </span>
  );
}
