import { IconTargetArrow } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealFieldsFragment, DealsPageQuery } from "../../gql/graphql.js";
import { paths } from "../../paths.js";
import { RecordsPage } from "../../records/list/RecordsPage.js";
import { dealFragment, dealStatus } from "./deal.operations.js";
import { dealChoices, dealColumns } from "./dealList.js";

const query = graphql(`
  query DealsPage($after: String, $filter: DealFilter, $orderBy: DealOrder) {
    deals(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        node {
          id
          ...DealFields
          customer {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Node = DealsPageQuery["deals"]["edges"][number]["node"];

const read = (node: Node): DealFieldsFragment & Pick<Node, "customer"> => ({
  ...readFragment(dealFragment, node),
  customer: node.customer,
});

/** The deals of all customers. */
export function Component() {
  return (
    <RecordsPage
      query={query}
      connection={({ deals }) => deals}
      read={read}
      choices={dealChoices}
      columns={dealColumns}
      status={dealStatus}
      rowName={({ title }) => title}
      pathOf={({ id, customer }) => paths.customerDeals(customer.id, { show: "deals", deal: id })}
      icon={IconTargetArrow}
      texts="deals"
      amounts={{ value: ({ value }) => value }}
    />
  );
}
