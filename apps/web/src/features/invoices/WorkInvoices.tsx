import type { InvoiceState } from "@clientela/shared/records/enums";
import { IconFileInvoice } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InvoiceOrderField, WorkInvoicesQuery } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { Money } from "../../ui/values/Money.js";
import { invoiceRowFragment, invoiceStatus } from "./invoice.operations.js";

const query = graphql(`
  query WorkInvoices($after: String, $filter: InvoiceFilter!, $orderBy: InvoiceOrder!) {
    invoices(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        node {
          id
          ...InvoiceRow
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

const sortFields: Record<string, InvoiceOrderField> = {
  number: "NUMBER",
  issued: "ISSUED_ON",
  due: "DUE_ON",
  total: "TOTAL",
};
const longestDueFirst = { field: "DUE_ON", direction: "ASC" } as const;

type Row = WorkInvoicesQuery["invoices"]["edges"][number]["node"];

const pathOf = ({ id, customer }: Row) =>
  paths.customerDocuments(customer.id, { show: "sales", invoice: id });

interface WorkInvoicesProps {
  /** Whose customers'. */
  ownerId: string;
  states: readonly InvoiceState[];
  /** The links to other states, over the list. */
  children: ReactNode;
}

/** The sales invoices of somebody's customers, each leading to where it can be settled. */
export function WorkInvoices({ ownerId, states, children }: WorkInvoicesProps) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const list = useList(
    query,
    {
      filter: { kind: "SALES", customerOwnerIds: [ownerId], state: [...states] },
      orderBy: orderBy ?? longestDueFirst,
    },
    ({ invoices }) => invoices,
  );

  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => readFragment(invoiceRowFragment, row);
    return [
      {
        id: "customer",
        header: t("profile.customer"),
        width: 200,
        hideable: false,
        narrow: "title",
        cell: (row) => <Link to={pathOf(row)}>{row.customer.displayName}</Link>,
      },
      {
        id: "number",
        header: t("field.number"),
        width: 105,
        sortable: true,
        narrow: "detail",
        cell: (row) => read(row).number,
      },
      {
        id: "state",
        header: t("field.status"),
        width: 130,
        narrow: "detail",
        cell: (row) => <StatusBadge status={invoiceStatus} value={read(row).state} />,
      },
      {
        id: "issued",
        header: t("field.issuedOn"),
        width: 105,
        sortable: true,
        cell: (row) => format.date(read(row).issuedOn),
      },
      {
        id: "due",
        header: t("field.dueOn"),
        width: 180,
        sortable: true,
        narrow: "detail",
        cell: (row) => <DueDate date={read(row).dueOn} open />,
      },
      {
        id: "total",
        header: t("field.total"),
        width: 130,
        align: "end",
        sortable: true,
        cell: (row) => <Money value={read(row).total} />,
      },
      {
        id: "balance",
        header: t("field.balance"),
        width: 130,
        align: "end",
        narrow: "end",
        cell: (row) => <Money value={read(row).balance} />,
      },
    ];
  }, [t, format]);

  return (
    <>
      <ListBar call={list.call}>{children}</ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("invoices.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("invoices.sales")}
          columns={columns}
          rows={list.rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) => readFragment(invoiceRowFragment, row).number}
          sort={sort ?? { column: "due", direction: "asc" }}
          onSort={setSort}
          onOpen={(row) => void navigate(pathOf(row))}
          onNeed={list.need}
          loading={list.loading}
          totals={(column) => {
            if (column === "customer") return t("ui.total");
            if (column !== "total" && column !== "balance") return null;
            const loaded = list.rows.map((row) => readFragment(invoiceRowFragment, row)[column]);
            return <TotalsCell known={undefined} loaded={loaded} total={list.total} />;
          }}
          empty={
            <EmptyState icon={<IconFileInvoice size={20} />}>{t("work.noInvoices")}</EmptyState>
          }
        />
      )}
    </>
  );
}
