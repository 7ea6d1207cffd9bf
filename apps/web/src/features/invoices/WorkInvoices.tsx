import type { InvoiceState } from "@clientela/shared/records/enums";
import { IconFileInvoice } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type {
  InvoiceOrderField,
  InvoiceRowFragment,
  WorkInvoicesQuery,
} from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ListFrame } from "../../records/list/ListFrame.js";
import { type ListColumn, sortsOf } from "../../records/list/listColumns.js";
import { useListColumns } from "../../records/list/useListColumns.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { invoiceRowFragment, invoiceStatus } from "./invoice.operations.js";
import { invoiceColumns } from "./invoiceColumns.js";

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

type Node = WorkInvoicesQuery["invoices"]["edges"][number]["node"];
type Row = InvoiceRowFragment & Pick<Node, "customer">;

const longestDueFirst = { field: "DUE_ON", direction: "ASC" } as const;

const read = (node: Node): Row => ({
  ...readFragment(invoiceRowFragment, node),
  customer: node.customer,
});

const pathOf = ({ id, customer }: Row) =>
  paths.customerDocuments(customer.id, { show: "sales", invoice: id });

// On a phone the customer is the title, so that the number is a detail and the balance is what stands at the end.
const narrow: Readonly<Record<string, "detail" | "end">> = {
  number: "detail",
  state: "detail",
  due: "detail",
  balance: "end",
};

const columns: ListColumn<Row, InvoiceOrderField>[] = [
  {
    id: "customer",
    label: "profile.customer",
    width: 200,
    hideable: false,
    narrow: "title",
    cell: (row) => <Link to={pathOf(row)}>{row.customer.displayName}</Link>,
  },
  ...invoiceColumns.map((column) => ({ ...column, hideable: true, narrow: narrow[column.id] })),
];

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
  const navigate = useNavigate();
  const { sort, setSort, orderBy } = useSortParam(sortsOf(columns));
  const list = useList(
    query,
    {
      filter: { kind: "SALES", customerOwnerIds: [ownerId], state: [...states] },
      orderBy: orderBy ?? longestDueFirst,
    },
    ({ invoices }) => invoices,
  );
  const rows = list.rows.map(read);
  return (
    <ListFrame
      list={list}
      add={null}
      filters={children}
      failed={t("invoices.failed")}
      label={t("invoices.sales")}
      columns={useListColumns(columns, ({ state }) => (
        <StatusBadge status={invoiceStatus} value={state} />
      ))}
      rows={rows}
      rowName={({ number }) => number}
      sort={sort ?? { column: "due", direction: "asc" }}
      onSort={setSort}
      onOpen={(row) => void navigate(pathOf(row))}
      totals={(column) => {
        if (column === "customer") return t("ui.total");
        if (column !== "total" && column !== "balance") return null;
        const loaded = rows.map((row) => row[column]);
        return <TotalsCell known={undefined} loaded={loaded} total={list.total} />;
      }}
      empty={<EmptyState icon={<IconFileInvoice size={20} />}>{t("work.noInvoices")}</EmptyState>}
    />
  );
}
