import { DEAL_STAGES } from "@clientela/shared/records/enums";
import { IconTargetArrow } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealOrderField } from "../../gql/graphql.js";
import { fieldColumn, type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { RecordList } from "../../records/list/RecordList.js";
import { dealFields } from "./deal.fields.js";
import {
  type Deal,
  dealFragment,
  dealMetricsFragment,
  dealOperations,
  dealStatus,
} from "./deal.operations.js";

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

const columns: ListColumn<Deal, DealOrderField>[] = [
  fieldColumn(dealFields.title, ({ title }) => title, {
    id: "title",
    width: 170,
    sort: "TITLE",
    hideable: false,
    narrow: "title",
  }),
  { id: "stage", label: "field.stage", width: 155, narrow: "detail", cell: "status" },
  fieldColumn(dealFields.probability, ({ probability }) => probability, {
    id: "probability",
    width: 115,
    align: "end",
  }),
  fieldColumn(dealFields.expectedCloseOn, ({ expectedCloseOn }) => expectedCloseOn ?? null, {
    id: "close",
    width: 155,
    sort: "EXPECTED_CLOSE_ON",
    narrow: "detail",
  }),
  moneyColumn("field.value", ({ value }) => value, {
    id: "value",
    width: 135,
    sort: "VALUE",
    narrow: "end",
  }),
];

const CHOICES = ["open", ...DEAL_STAGES] as const;

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
        param: "stage",
        label: "field.stage",
        all: CHOICES,
        name: (t, one) => (one === "open" ? t("deals.open") : dealStatus.label(t, one)),
        filter: (chosen) => {
          if (chosen === "open") return { open: true };
          return chosen ? { stage: [chosen] } : null;
        },
        counts: ({ open, won }) => ({ open: open.count, WON: won.count }),
      }}
      columns={columns}
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
