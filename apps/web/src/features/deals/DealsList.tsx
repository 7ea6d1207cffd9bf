import { DEAL_STAGES } from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTargetArrow, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { Money } from "../../ui/values/Money.js";
import { StatusMenu } from "../../ui/values/StatusMenu.js";
import { dealFiguresFragment, dealFragment, nextStages, useDealEdits } from "./dealEdits.js";
import { StageBadge } from "./StageBadge.js";

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
        ...DealFigures_summary
      }
    }
  }
`);

const sortFields: Record<string, DealOrderField> = {
  title: "TITLE",
  value: "VALUE",
  close: "EXPECTED_CLOSE_ON",
};

type Row = FragmentType<typeof dealFragment> & { id: string };

/** A customer's deals with stage, value and probability. */
export function DealsList({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("deals:write");
  const [search] = useSearchParams();
  const asked = search.get("stage");
  const stage = DEAL_STAGES.find((one) => one === asked);
  const open = asked === "open";
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const form = useDrawerParam("deal");
  const edits = useDealEdits(customerId);
  const attempt = useAttempt();
  const filter = stage ? { stage: [stage] } : open ? { open: true } : null;
  const list = useList(query, { id: customerId, filter, orderBy }, (data) => data.customer?.deals);
  const rows: readonly Row[] = list.rows;
  const figures = readFragment(dealFiguresFragment, list.data?.customer?.summary)?.deals;
  const known = open ? figures?.open : stage === "WON" ? figures?.won : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawers' functions are new each time.
  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => readFragment(dealFragment, row);
    return [
      {
        id: "title",
        header: t("field.title"),
        width: 170,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: (row) => read(row).title,
      },
      {
        id: "stage",
        header: t("field.stage"),
        width: 155,
        narrow: "detail",
        cell: (row) => {
          const deal = read(row);
          const word = t(`deals.stage.${deal.stage}`);
          return (
            <StatusMenu
              label={t("ui.changeStatus", { name: deal.title, status: word })}
              options={(mayWrite ? nextStages(deal.stage) : []).map((one) => ({
                value: one,
                label: t(`deals.stage.${one}`),
              }))}
              onChoose={(next) => void attempt(() => edits.update(deal, { stage: next }))}
            >
              <StageBadge stage={deal.stage} />
            </StatusMenu>
          );
        },
      },
      {
        id: "probability",
        header: t("field.probability"),
        width: 115,
        align: "end",
        cell: (row) => format.percent(read(row).probability / 100),
      },
      {
        id: "close",
        header: t("field.expectedCloseOn"),
        width: 155,
        sortable: true,
        narrow: "detail",
        cell: (row) => {
          const { expectedCloseOn } = read(row);
          return expectedCloseOn ? format.date(expectedCloseOn) : "–";
        },
      },
      {
        id: "value",
        header: t("field.value"),
        width: 135,
        align: "end",
        sortable: true,
        narrow: "end",
        cell: (row) => <Money value={read(row).value} />,
      },
      ...(mayWrite
        ? [
            {
              id: "menu",
              header: "",
              width: 44,
              hideable: false,
              cell: (row: Row) => {
                const deal = read(row);
                return (
                  <RowMenu
                    label={t("ui.moreFor", { name: deal.title })}
                    actions={[
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => form.open(deal.id),
                      },
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void edits.remove(deal),
                      },
                    ]}
                  />
                );
              },
            },
          ]
        : []),
    ];
  }, [t, format, mayWrite, search]);

  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open("new")}>
      {t("deals.add")}
    </Button>
  );

  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.stage")}
          links={[
            {
              to: paths.customerDeals(customerId),
              label: t("ui.all"),
              active: !stage && !open,
            },
            {
              to: paths.customerDeals(customerId, { stage: "open" }),
              label: t("deals.open"),
              active: open,
              count: figures?.open.count,
            },
            ...DEAL_STAGES.map((one) => ({
              to: paths.customerDeals(customerId, { stage: one }),
              label: t(`deals.stage.${one}`),
              active: stage === one,
              count: one === "WON" ? figures?.won.count : undefined,
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("deals.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("deals.title")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) => readFragment(dealFragment, row).title}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => form.open(id)}
          onNeed={list.need}
          loading={list.loading}
          totals={(column) => {
            if (column === "title") return t("ui.total");
            if (column !== "value") return null;
            return (
              <TotalsCell
                known={known?.amounts}
                loaded={rows.map((row) => readFragment(dealFragment, row).value)}
                total={list.total}
              />
            );
          }}
          empty={
            <EmptyState icon={<IconTargetArrow size={20} />} action={!asked && add}>
              {asked ? t("ui.nothingMatches") : t("deals.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
