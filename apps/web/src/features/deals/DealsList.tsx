import { DEAL_STAGES } from "@clientela/shared/records/enums";
import { IconTargetArrow } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealOrderField } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { choiceLinks } from "../../records/list/choiceLinks.js";
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
  const t = useT();
  const [search] = useSearchParams();
  const chosen = CHOICES.find((one) => one === search.get("stage"));
  const open = chosen === "open";
  return (
    <RecordList
      operations={dealOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.deals}
      read={(node) => readFragment(dealFragment, node)}
      filter={open ? { open } : chosen ? { stage: [chosen] } : null}
      columns={columns}
      status={dealStatus}
      drawers={{ open: "deal", edit: "deal" }}
      icon={IconTargetArrow}
      messages={{
        title: t("deals.title"),
        add: t("deals.add"),
        none: t("deals.none"),
        failed: t("deals.failed"),
        filter: t("field.stage"),
      }}
      filters={({ data }) => {
        const metrics = readFragment(dealMetricsFragment, data?.customer?.summary)?.deals;
        return choiceLinks({
          t,
          choices: CHOICES,
          chosen,
          to: (stage) => paths.customerDeals(customerId, { stage }),
          label: (one) => (one === "open" ? t("deals.open") : dealStatus.label(t, one)),
          counts: { open: metrics?.open.count, WON: metrics?.won.count },
        });
      }}
      sums={{
        amounts: { value: ({ value }) => value },
        known: (_column, data) => {
          const metrics = readFragment(dealMetricsFragment, data?.customer?.summary)?.deals;
          return (open ? metrics?.open : chosen === "WON" ? metrics?.won : undefined)?.amounts;
        },
      }}
    />
  );
}
