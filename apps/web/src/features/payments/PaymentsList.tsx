import { Button } from "@mantine/core";
import { IconCoin, IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { PaymentFilter, PaymentOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { Money } from "../../ui/values/Money.js";
import { PaymentStatus } from "./PaymentStatus.js";
import { type Payment, paymentFragment } from "./payment.operations.js";

const query = graphql(`
  query PaymentsList($id: ID!, $after: String, $filter: PaymentFilter, $orderBy: PaymentOrder) {
    customer(id: $id) {
      id
      payments(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...PaymentFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

const sortFields: Record<string, PaymentOrderField> = { paidOn: "PAID_ON", amount: "AMOUNT" };

const filters = {
  onAccount: { onAccount: true },
  received: { direction: "RECEIVED" },
  paid: { direction: "PAID" },
  reversed: { reversed: true },
} as const satisfies Record<string, PaymentFilter>;

type Chosen = keyof typeof filters;
const CHOICES = Object.keys(filters) as readonly Chosen[];

/** A customer's payments: what came in and went out, and what of it is still on account. */
export function PaymentsList({ customerId }: { customerId: string }) {
  const t = useT();
  const mayWrite = useMay("invoices:write");
  const drawer = useDrawerParam("payment");
  const [search] = useSearchParams();
  const chosen = CHOICES.find((one) => one === search.get("status"));
  const filter: PaymentFilter | null = chosen ? filters[chosen] : null;
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const list = useList(
    query,
    { id: customerId, filter, orderBy },
    ({ customer }) => customer?.payments,
  );
  const rows = list.rows.map((row) => readFragment(paymentFragment, row));
  const columns = usePaymentColumns();
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => drawer.open("new")}>
      {t("payments.add")}
    </Button>
  );
  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.status")}
          links={[
            {
              to: paths.listFilter("payments"),
              label: t("ui.all"),
              active: chosen === undefined,
            },
            ...CHOICES.map((one) => ({
              to: paths.listFilter("payments", { status: one }),
              label: t(`payments.filter.${one}`),
              active: chosen === one,
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("payments.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("payments.title")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={({ reference, id }) => reference ?? id}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => drawer.open(id)}
          onNeed={list.need}
          loading={list.loading}
          empty={
            <EmptyState icon={<IconCoin size={20} />} action={chosen === undefined && add}>
              {chosen ? t("record.nothingMatches") : t("payments.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}

function usePaymentColumns(): GridColumn<Payment>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "paidOn",
        header: t("field.paidOn"),
        width: 110,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: ({ paidOn }) => (paidOn ? format.date(paidOn) : t("payments.dayUnknown")),
      },
      {
        id: "status",
        header: t("field.status"),
        width: 140,
        narrow: "detail",
        cell: (payment) => <PaymentStatus payment={payment} />,
      },
      {
        id: "direction",
        header: t("payments.direction"),
        width: 110,
        cell: ({ direction }) => t(`payments.direction.${direction}`),
      },
      {
        id: "method",
        header: t("payments.method"),
        width: 150,
        narrow: "detail",
        cell: ({ method, reference }) => [method, reference].filter(Boolean).join(" · ") || "–",
      },
      {
        id: "amount",
        header: t("payments.amount"),
        width: 130,
        align: "end",
        sortable: true,
        narrow: "end",
        cell: ({ amount }) => <Money value={amount} />,
      },
      {
        id: "unallocated",
        header: t("payments.unallocated"),
        width: 130,
        align: "end",
        cell: ({ unallocated }) => <Money value={unallocated} />,
      },
    ],
    [t, format],
  );
}
