import { QUOTE_STATUSES } from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import {
  IconFileText,
  IconPencil,
  IconPlus,
  IconShoppingCart,
  IconTrash,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { QuoteOrderField } from "../../gql/graphql.js";
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
import { QuoteStatusBadge } from "./QuoteStatusBadge.js";
import {
  nextStatuses,
  quoteFiguresFragment,
  quoteRowFragment,
  useQuoteEdits,
} from "./quoteEdits.js";
import { useOrderQuote } from "./useOrderQuote.js";
import { Validity } from "./Validity.js";

const query = graphql(`
  query QuotesList($id: ID!, $after: String, $filter: QuoteFilter, $orderBy: QuoteOrder) {
    customer(id: $id) {
      id
      quotes(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...QuoteRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...QuoteFigures_summary
      }
    }
  }
`);

const sortFields: Record<string, QuoteOrderField> = {
  number: "NUMBER",
  issued: "ISSUED_ON",
  valid: "VALID_UNTIL",
  total: "TOTAL",
};

type Row = FragmentType<typeof quoteRowFragment> & { id: string };

/** A customer's offers and quotes with status, validity and total. */
export function QuotesList({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("quotes:write");
  const mayOrder = useMay("orders:write") && mayWrite;
  const [search] = useSearchParams();
  const asked = search.get("status");
  const status = QUOTE_STATUSES.find((one) => one === asked);
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const details = useDrawerParam("quote");
  const form = useDrawerParam("editQuote");
  const edits = useQuoteEdits(customerId);
  const order = useOrderQuote(customerId);
  const attempt = useAttempt();
  const filter = status ? { status: [status] } : null;
  const list = useList(query, { id: customerId, filter, orderBy }, (data) => data.customer?.quotes);
  const rows: readonly Row[] = list.rows;
  const figures = readFragment(quoteFiguresFragment, list.data?.customer?.summary)?.quotes;
  const known = status === "ACCEPTED" ? figures?.accepted : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawers' functions are new each time.
  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => readFragment(quoteRowFragment, row);
    return [
      {
        id: "number",
        header: t("field.number"),
        width: 120,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: (row) => read(row).number,
      },
      {
        id: "kind",
        header: t("field.kind"),
        width: 100,
        cell: (row) => t(`quotes.kind.${read(row).kind}`),
      },
      {
        id: "issued",
        header: t("field.issuedOn"),
        width: 105,
        sortable: true,
        cell: (row) => format.date(read(row).issuedOn),
      },
      {
        id: "status",
        header: t("field.status"),
        width: 140,
        narrow: "detail",
        cell: (row) => {
          const quote = read(row);
          const word = t(`quotes.status.${quote.status}`);
          return (
            <StatusMenu
              label={t("ui.changeStatus", { name: quote.number, status: word })}
              options={(mayWrite ? nextStatuses(quote.status) : []).map((one) => ({
                value: one,
                label: t(`quotes.status.${one}`),
              }))}
              onChoose={(next) => void attempt(() => edits.setStatus(quote, next))}
            >
              <QuoteStatusBadge status={quote.status} />
            </StatusMenu>
          );
        },
      },
      {
        id: "valid",
        header: t("field.validUntil"),
        width: 170,
        sortable: true,
        narrow: "detail",
        cell: (row) => {
          const quote = read(row);
          return <Validity date={quote.validUntil} open={quote.status === "SENT"} />;
        },
      },
      {
        id: "total",
        header: t("field.total"),
        width: 140,
        align: "end",
        sortable: true,
        narrow: "end",
        cell: (row) => <Money value={read(row).total} />,
      },
      ...(mayWrite
        ? [
            {
              id: "menu",
              header: "",
              width: 44,
              hideable: false,
              cell: (row: Row) => {
                const quote = read(row);
                const orderable = quote.status === "SENT" || quote.status === "ACCEPTED";
                return (
                  <RowMenu
                    label={t("ui.moreFor", { name: quote.number })}
                    actions={[
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => form.open(quote.id),
                      },
                      ...(mayOrder && orderable
                        ? [
                            {
                              label: t("quotes.order"),
                              icon: <IconShoppingCart size={15} />,
                              onClick: () => void order(quote.id),
                            },
                          ]
                        : []),
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void edits.remove(quote),
                      },
                    ]}
                  />
                );
              },
            },
          ]
        : []),
    ];
  }, [t, format, mayWrite, mayOrder, search]);

  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open("new")}>
      {t("quotes.add")}
    </Button>
  );
  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.status")}
          links={[
            {
              to: paths.customerDeals(customerId, { show: "quotes" }),
              label: t("ui.all"),
              active: status === undefined,
            },
            ...QUOTE_STATUSES.map((one) => ({
              to: paths.customerDeals(customerId, { show: "quotes", status: one }),
              label: t(`quotes.status.${one}`),
              active: status === one,
              count: one === "ACCEPTED" ? figures?.accepted.count : undefined,
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("quotes.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("quotes.title")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) => readFragment(quoteRowFragment, row).number}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => details.open(id)}
          onNeed={list.need}
          loading={list.loading}
          totals={(column) => {
            if (column === "number") return t("ui.total");
            if (column !== "total") return null;
            return (
              <TotalsCell
                known={known?.amounts}
                loaded={rows.map((row) => readFragment(quoteRowFragment, row).total)}
                total={list.total}
              />
            );
          }}
          empty={
            <EmptyState icon={<IconFileText size={20} />} action={!asked && add}>
              {asked ? t("ui.nothingMatches") : t("quotes.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
