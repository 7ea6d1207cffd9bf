import { ORDER_STATUSES } from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import {
  IconFileInvoice,
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
import type { OrderOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { type DocumentsSearch, paths } from "../../paths.js";
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
import { OrderStatusBadge } from "./OrderStatusBadge.js";
import { ordersCardFragment } from "./OrdersCard.js";
import { nextStatuses, orderRowFragment, useOrderEdits } from "./orderEdits.js";
import { useInvoiceOrder } from "./useInvoiceOrder.js";

const query = graphql(`
  query OrdersList($id: ID!, $after: String, $filter: OrderFilter, $orderBy: OrderOrder) {
    customer(id: $id) {
      id
      orders(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...OrderRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...OrdersCard_summary
      }
    }
  }
`);

const sortFields: Record<string, OrderOrderField> = {
  number: "NUMBER",
  date: "ORDERED_ON",
  total: "TOTAL",
};

type Row = FragmentType<typeof orderRowFragment> & { id: string };

/** A customer's purchase orders with status and total. */
export function OrdersList({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("orders:write");
  const mayInvoice = useMay("invoices:write") && mayWrite;
  const [search] = useSearchParams();
  const asked = search.get("status");
  const status = ORDER_STATUSES.find((one) => one === asked);
  const live = asked === "live";
  const unfinished = asked === "unfinished";
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const details = useDrawerParam("order");
  const form = useDrawerParam("editOrder");
  const edits = useOrderEdits(customerId);
  const invoice = useInvoiceOrder(customerId);
  const attempt = useAttempt();
  const filter = status
    ? { status: [status] }
    : live || unfinished
      ? { cancelled: false, ...(unfinished ? { finalized: false } : {}) }
      : null;
  const list = useList(query, { id: customerId, filter, orderBy }, (data) => data.customer?.orders);
  const rows: readonly Row[] = list.rows;
  const figures = readFragment(ordersCardFragment, list.data?.customer?.summary)?.orders;
  // Orders that are cancelled are listed among all, but come to nothing.
  const known =
    filter === null || live
      ? figures?.total
      : status === "FINALIZED"
        ? figures?.finalized
        : undefined;
  const leftOut = filter === null && figures !== undefined && figures.total.count < list.total;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawers' functions are new each time.
  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => readFragment(orderRowFragment, row);
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
        id: "reference",
        header: t("field.reference"),
        width: 130,
        cell: (row) => read(row).reference,
      },
      {
        id: "date",
        header: t("field.orderedOn"),
        width: 130,
        sortable: true,
        narrow: "detail",
        cell: (row) => format.date(read(row).orderedOn),
      },
      {
        id: "status",
        header: t("field.status"),
        width: 140,
        narrow: "detail",
        cell: (row) => {
          const order = read(row);
          const word = t(`orders.status.${order.status}`);
          return (
            <StatusMenu
              label={t("ui.changeStatus", { name: order.number, status: word })}
              options={(mayWrite ? nextStatuses(order.status) : []).map((one) => ({
                value: one,
                label: t(`orders.status.${one}`),
              }))}
              onChoose={(next) => void attempt(() => edits.setStatus(order, next))}
            >
              <OrderStatusBadge status={order.status} />
            </StatusMenu>
          );
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
                const order = read(row);
                const billable = order.status === "OPEN" || order.status === "FINALIZED";
                return (
                  <RowMenu
                    label={t("ui.moreFor", { name: order.number })}
                    actions={[
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => form.open(order.id),
                      },
                      ...(mayInvoice && billable
                        ? [
                            {
                              label: t("orders.invoice"),
                              icon: <IconFileInvoice size={15} />,
                              onClick: () => void invoice(order.id),
                            },
                          ]
                        : []),
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void edits.remove(order),
                      },
                    ]}
                  />
                );
              },
            },
          ]
        : []),
    ];
  }, [t, format, mayWrite, mayInvoice, search]);

  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open("new")}>
      {t("orders.add")}
    </Button>
  );
  const chip = (value: DocumentsSearch["status"], label: string) => ({
    to: paths.customerDocuments(customerId, {
      show: "orders",
      ...(value ? { status: value } : {}),
    }),
    label,
    active: value === (status ?? (live ? "live" : unfinished ? "unfinished" : undefined)),
  });

  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.status")}
          links={[
            chip(undefined, t("ui.all")),
            { ...chip("live", t("orders.live")), count: figures?.total.count },
            chip("unfinished", t("orders.unfinished")),
            ...ORDER_STATUSES.map((one) => ({
              ...chip(one, t(`orders.status.${one}`)),
              ...(one === "FINALIZED" ? { count: figures?.finalized.count } : {}),
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("orders.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("orders.title")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) => readFragment(orderRowFragment, row).number}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => details.open(id)}
          onNeed={list.need}
          loading={list.loading}
          totals={(column) => {
            if (column === "number") return t(leftOut ? "orders.live" : "ui.total");
            if (column !== "total") return null;
            return (
              <TotalsCell
                known={known?.amounts}
                loaded={rows.map((row) => readFragment(orderRowFragment, row).total)}
                total={list.total}
              />
            );
          }}
          empty={
            <EmptyState icon={<IconShoppingCart size={20} />} action={!asked && add}>
              {asked ? t("ui.nothingMatches") : t("orders.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
