import { graphql } from "../../gql/gql.js";
import type { NewestOrders_CustomerFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { NewestCard } from "../../ui/cards/NewestCard.js";
import { Money } from "../../ui/values/Money.js";
import { orderStatus } from "./order.operations.js";

const customerFragment = graphql(`
  fragment NewestOrders_customer on Customer {
    id
    orders(first: 3) {
      edges {
        node {
          id
          number
          status
          orderedOn
          total {
            amount
            currency
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The newest purchase orders with their status and total. */
function NewestOrders({ customer }: { customer: NewestOrders_CustomerFragment }) {
  const t = useT();
  const format = useFormat();
  const { id, orders } = customer;
  return (
    <NewestCard
      title={t("orders.title")}
      all={paths.customerDocuments(id, { show: "orders" })}
      empty={t("orders.none")}
      items={orders.edges.slice(0, 3).map(({ node }) => ({
        id: node.id,
        title: node.number,
        to: { search: `?order=${node.id}` },
        end: <Money value={node.total} />,
        detail: (
          <>
            <StatusBadge status={orderStatus} value={node.status} />
            {format.date(node.orderedOn)}
          </>
        ),
      }))}
    />
  );
}

/** The newest orders, as the overview of a customer shows them. */
export const newestOrders = customerPart(customerFragment, NewestOrders);
