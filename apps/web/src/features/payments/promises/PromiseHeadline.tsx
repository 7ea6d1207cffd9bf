import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { customerPart } from "../../../records/recordParts.js";
import { Headline } from "../../../ui/cards/Headline.js";
import { nextPromiseOf } from "./nextPromise.js";

const fragment = graphql(`
  fragment PromiseHeadline_customer on Customer {
    id
    ...NextPromise_customer
  }
`);

/** Until when a customer promised to pay, where it did and the money has not come. */
export const promiseHeadline = customerPart(fragment, ({ customerId, customer }) => {
  const t = useT();
  const format = useFormat();
  const promise = nextPromiseOf(customer);
  if (!promise) return null;
  const { state, dueOn, amount } = promise;
  return (
    <Headline
      title={t("promises.headline")}
      value={format.date(dueOn)}
      to={paths.customerDocuments(customerId, { show: "promises" })}
      tone={state === "BROKEN" ? "red" : undefined}
      detail={`${format.money(amount)} · ${t(`promises.state.${state}`)}`}
    />
  );
});
