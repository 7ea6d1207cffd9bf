import {
  INVOICE_STATES,
  type InvoiceKind,
  type InvoiceState,
} from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import { IconCoin, IconFileInvoice, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InvoiceOrderField } from "../../gql/graphql.js";
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
import { DueDate } from "../../ui/values/DueDate.js";
import { Money } from "../../ui/values/Money.js";
import { StatusMenu } from "../../ui/values/StatusMenu.js";
import { InvoiceStateBadge } from "./InvoiceStateBadge.js";
import { invoicesCardFragment } from "./InvoicesCard.js";
import { invoiceRowFragment, isOpen, nextStatuses, useInvoiceEdits } from "./invoiceEdits.js";

const query = graphql(`
  query InvoicesList($id: ID!, $after: String, $filter: InvoiceFilter, $orderBy: InvoiceOrder) {
    customer(id: $id) {
      id
      invoices(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...InvoiceRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...InvoicesCard_summary
      }
    }
  }
`);

const sortFields: Record<string, InvoiceOrderField> = {
  number: "NUMBER",
  issued: "ISSUED_ON",
  due: "DUE_ON",
  total: "TOTAL",
};

// What the summary counts, by state; what is open of the first two, the whole of the others.
const counted = {
  AUTHORIZED: { figure: "authorized", column: "balance" },
  OVERDUE: { figure: "overdue", column: "balance" },
  PENDING: { figure: "pending", column: "total" },
  PAID: { figure: "paid", column: "total" },
} as const;

const isCounted = (state: InvoiceState | undefined): state is keyof typeof counted =>
  state !== undefined && state in counted;

type Row = FragmentType<typeof invoiceRowFragment> & { id: string };

interface InvoicesListProps {
  customerId: string;
  kind: InvoiceKind;
}

/** A customer's sales or purchase invoices with state, days late, due date and open balance. */
export function InvoicesList({ customerId, kind }: InvoicesListProps) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("invoices:write");
  const [search] = useSearchParams();
  const asked = search.get("state");
  const state = INVOICE_STATES.find((one) => one === asked);
  const outstanding = asked === "outstanding";
  const states = state ? [state] : outstanding ? (["AUTHORIZED", "OVERDUE"] as const) : undefined;
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const details = useDrawerParam("invoice");
  const form = useDrawerParam("editInvoice");
  const payment = useDrawerParam("pay");
  const edits = useInvoiceEdits(customerId);
  const attempt = useAttempt();
  const list = useList(
    query,
    { id: customerId, filter: { kind, ...(states ? { state: [...states] } : {}) }, orderBy },
    (data) => data.customer?.invoices,
  );
  const rows: readonly Row[] = list.rows;
  const summary = readFragment(invoicesCardFragment, list.data?.customer?.summary);
  const figures = kind === "SALES" ? summary?.invoices : summary?.purchaseInvoices;
  const show = kind === "SALES" ? ("sales" as const) : ("purchases" as const);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawers' functions are new each time.
  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => readFragment(invoiceRowFragment, row);
    return [
      {
        id: "number",
        header: t("field.number"),
        width: 105,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: (row) => read(row).number,
      },
      {
        id: "state",
        header: t("field.status"),
        width: 130,
        narrow: "detail",
        cell: (row) => {
          const invoice = read(row);
          const word = t(`invoices.state.${invoice.state}`);
          // A payment has its own form, which asks for the day and the amount.
          const next = nextStatuses(invoice.status).filter((one) => one !== "PAID");
          return (
            <StatusMenu
              label={t("ui.changeStatus", { name: invoice.number, status: word })}
              options={(mayWrite ? next : []).map((one) => ({
                value: one,
                label:
                  invoice.status === "PAID"
                    ? t("invoices.takePaymentBack")
                    : t(`invoices.state.${one}`),
              }))}
              onChoose={(one) => void attempt(() => edits.setStatus(invoice, one))}
            >
              <InvoiceStateBadge state={invoice.state} />
            </StatusMenu>
          );
        },
      },
      {
        id: "issued",
        header: t("field.issuedOn"),
        width: 100,
        sortable: true,
        cell: (row) => format.date(read(row).issuedOn),
      },
      {
        id: "due",
        header: t("field.dueOn"),
        width: 180,
        sortable: true,
        narrow: "detail",
        cell: (row) => {
          const invoice = read(row);
          return <DueDate date={invoice.dueOn} open={isOpen(invoice)} />;
        },
      },
      {
        id: "total",
        header: t("field.total"),
        width: 115,
        align: "end",
        sortable: true,
        cell: (row) => <Money value={read(row).total} />,
      },
      {
        id: "balance",
        header: t("field.balance"),
        width: 120,
        align: "end",
        narrow: "end",
        cell: (row) => <Money value={read(row).balance} />,
      },
      ...(mayWrite
        ? [
            {
              id: "menu",
              header: "",
              width: 44,
              hideable: false,
              cell: (row: Row) => {
                const invoice = read(row);
                return (
                  <RowMenu
                    label={t("ui.moreFor", { name: invoice.number })}
                    actions={[
                      ...(isOpen(invoice)
                        ? [
                            {
                              label: t("invoices.pay"),
                              icon: <IconCoin size={15} />,
                              onClick: () => payment.open(invoice.id),
                            },
                          ]
                        : []),
                      {
                        label: t("ui.edit"),
                        icon: <IconPencil size={15} />,
                        onClick: () => form.open(invoice.id),
                      },
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void edits.remove(invoice),
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
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open(`new:${kind}`)}>
      {kind === "SALES" ? t("invoices.add") : t("invoices.addPurchase")}
    </Button>
  );

  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.status")}
          links={[
            {
              to: paths.customerDocuments(customerId, { show }),
              label: t("ui.all"),
              active: states === undefined,
            },
            {
              to: paths.customerDocuments(customerId, { show, state: "outstanding" }),
              label: t("invoices.outstanding"),
              active: outstanding,
              count: figures && figures.authorized.count + figures.overdue.count,
            },
            ...INVOICE_STATES.map((one) => ({
              to: paths.customerDocuments(customerId, { show, state: one }),
              label: t(`invoices.state.${one}`),
              active: state === one,
              count: isCounted(one) ? figures?.[counted[one].figure].count : undefined,
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("invoices.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={kind === "SALES" ? t("invoices.sales") : t("invoices.purchases")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) => readFragment(invoiceRowFragment, row).number}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => details.open(id)}
          onNeed={list.need}
          loading={list.loading}
          totals={(column) => {
            if (column === "number") return t("ui.total");
            if (column !== "total" && column !== "balance") return null;
            const known =
              isCounted(state) && counted[state].column === column
                ? figures?.[counted[state].figure].amounts
                : undefined;
            const loaded = rows.map((row) => readFragment(invoiceRowFragment, row)[column]);
            return <TotalsCell known={known} loaded={loaded} total={list.total} />;
          }}
          empty={
            <EmptyState icon={<IconFileInvoice size={20} />} action={!states && add}>
              {states ? t("ui.nothingMatches") : t("invoices.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
