import { IconTargetArrow } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { RecordList } from "../../records/list/RecordList.js";
import {
  dealFragment,
  dealMetricsFragment,
  dealOperations,
  dealStatus,
} from "./deal.operations.js";
import { dealChoices, dealColumns } from "./dealList.js";

const query = graphql(`
  query DealsList($id: ID!, $after: String, $filter: DealFilter, $orderBy: DealOrder) {
    customer(id: $id) {
      id
      deals(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...DealFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...DealMetrics_summary
      }
    }
  }
`);

/** A customer's deals with stage, value and probability. */
export function DealsList({ customerId }: { customerId: string }) {
  return (
    <RecordList
      operations={dealOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.deals}
      read={(node) => readFragment(dealFragment, node)}
      metrics={({ customer }) => readFragment(dealMetricsFragment, customer?.summary)?.deals}
      show="deals"
      choices={{
        ...dealChoices,
        counts: ({ open, won }) => ({ open: open.count, WON: won.count }),
      }}
      columns={dealColumns}
      status={dealStatus}
      drawers={{ open: "deal", edit: "deal" }}
      icon={IconTargetArrow}
      texts="deals"
      sums={{
        amounts: { value: ({ value }) => value },
        known: ({ chosen, metrics }) => {
          if (chosen === "open") return metrics?.open.amounts;
          return chosen === "WON" ? metrics?.won.amounts : undefined;
        },
      }}
    />
  );
}
