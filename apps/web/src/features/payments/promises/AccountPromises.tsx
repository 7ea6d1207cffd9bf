import { useQuery } from "@apollo/client/react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { StatusBadge } from "../../../records/StatusBadge.js";
import classes from "./AccountPromises.module.css";
import { promiseFragment, promiseStatus } from "./promise.operations.js";

const query = graphql(`
  query AccountPromises($id: ID!) {
    customer(id: $id) {
      id
      promisesToPay(first: 20, orderBy: { field: DUE_ON, direction: DESC }) {
        nodes {
          id
          ...PromiseFields
        }
      }
    }
  }
`);

interface AccountPromisesProps {
  customerId: string;
  currency: string;
  className: string | undefined;
}

/** What a customer promised to pay in one currency, the latest day first; nothing where it promised nothing. */
export function AccountPromises({ customerId, currency, className }: AccountPromisesProps) {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery(query, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const promises = readFragment(promiseFragment, data?.customer?.promisesToPay.nodes ?? []).filter(
    ({ amount }) => amount.currency === currency,
  );
  if (promises.length === 0) return null;
  return (
    <section className={className} aria-label={t("promises.title")}>
      <h3 className={classes.title}>{t("promises.title")}</h3>
      <ul className={classes.list}>
        {promises.map((promise) => (
          <li key={promise.id} className={classes.promise}>
            <span>
              {format.date(promise.dueOn)}
              {promise.contact && ` · ${promise.contact.name}`}
            </span>
            <span className={classes.amount}>{format.money(promise.amount)}</span>
            <StatusBadge status={promiseStatus} value={promise.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
