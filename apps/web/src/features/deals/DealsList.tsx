import { DEAL_STAGES } from "@clientela/shared/records/enums";
import { IconTargetArrow } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealOrderField } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { fieldColumn, type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { RecordList } from "../../records/list/RecordList.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
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

/** A customer's deals with stage, value and probability. */
export function DealsList({ customerId }: { customerId: string }) {
  const t = useT();
  const [search] = useSearchParams();
  const chosen = search.get("stage");
  const stage = DEAL_STAGES.find((one) => one === chosen);
  const open = chosen === "open";
  return (
    <RecordList
      operations={dealOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.deals}
      read={(node) => readFragment(dealFragment, node)}
      filter={stage ? { stage: [stage] } : open ? { open: true } : null}
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
        return [
          { to: paths.customerDeals(customerId), label: t("ui.all"), active: !stage && !open },
          {
            to: paths.customerDeals(customerId, { stage: "open" }),
            label: t("deals.open"),
            active: open,
            count: metrics?.open.count,
          },
          ...DEAL_STAGES.map((one) => ({
            to: paths.customerDeals(customerId, { stage: one }),
            label: dealStatus.label(t, one),
            active: stage === one,
            count: one === "WON" ? metrics?.won.count : undefined,
          })),
        ];
      }}
      totals={(column, { data, rows, total }) => {
        if (column === "title") return t("ui.total");
        if (column !== "value") return null;
        const metrics = readFragment(dealMetricsFragment, data?.customer?.summary)?.deals;
        const known = open ? metrics?.open : stage === "WON" ? metrics?.won : undefined;
        return (
          <TotalsCell
            known={known?.amounts}
            loaded={rows.map(({ value }) => value)}
            total={total}
          />
        );
      }}
    />
  );
}
