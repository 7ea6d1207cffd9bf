import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { Button } from "@mantine/core";
import { IconPlus, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Connection, useList } from "../../cache/useList.js";
import type { MoneyValue } from "../../i18n/format.js";
import { useT } from "../../i18n/useT.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { type FilterLink, FilterLinks } from "../../ui/page/FilterLinks.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { ListFrame } from "./ListFrame.js";

/** A list as its filters and totals take it. */
export interface LoadedList<Data, Row> {
  /** The whole result: of the filter on screen, or of the last one while this one loads. */
  data: Data | undefined;
  /** The rows that are loaded. */
  rows: readonly Row[];
  /** How long the whole list is. */
  total: number;
}

interface ListVariables<Filter, SortField extends string> extends OperationVariables {
  id: string;
  after?: string | null;
  filter?: Filter | null;
  orderBy?: { field: SortField; direction?: "ASC" | "DESC" } | null;
}

/** What the row of totals sums, per currency. */
interface Sums<Data, Row> {
  /** The amount of a row, by column. */
  amounts: Readonly<Record<string, (record: Row) => MoneyValue>>;
  /** What the server summed of the list as it is filtered, if it did; else rows are summed once all are loaded. */
  known?: (column: string, data: Data | undefined) => readonly MoneyValue[] | undefined;
}

export interface CustomerListProps<
  Data,
  Node extends { id: string },
  Row extends { id: string },
  Filter,
  SortField extends string,
> {
  customerId: string;
  /** Takes `$id`, `$after`, `$filter` and `$orderBy`. */
  query: TypedDocumentNode<Data, ListVariables<Filter, SortField>>;
  connection: (data: Data) => Connection<Node> | null | undefined;
  read: (node: Node) => Row;
  filter: Filter | null;
  /** The drawers' names in the URL: the one that a row opens, and the one with the form. */
  drawers: { open: string; edit: string };
  /** What the drawer is opened with to create one; `new` unless said. */
  createValue?: string;
  icon: TablerIcon;
  messages: { title: string; add: string; none: string; failed: string; filter: string };
  /** The first link is the whole list. */
  filters: (list: LoadedList<Data, Row>) => readonly FilterLink[];
  sums?: Sums<Data, Row>;
  /** What the row of totals says in a column that is no sum. */
  totals?: (column: string, list: LoadedList<Data, Row>) => ReactNode;
}

interface GridProps<Row, SortField extends string> {
  columns: readonly GridColumn<Row>[];
  /** The fields of the API's order by the columns that sort by them (`sortsOf`). */
  sorts: Readonly<Record<string, SortField>>;
  rowName: (record: Row) => string;
  mayWrite: boolean;
}

/** A customer's records of one kind: filters over a grid that sorts and opens them, and a button that creates one. */
export function CustomerList<
  Data,
  Node extends { id: string },
  Row extends { id: string },
  Filter,
  SortField extends string,
>(props: CustomerListProps<Data, Node, Row, Filter, SortField> & GridProps<Row, SortField>) {
  const { customerId, query, connection, read, filter, drawers, messages, sums, totals } = props;
  const { createValue = "new", icon: Icon, columns, rowName, mayWrite } = props;
  const t = useT();
  const form = useDrawerParam(drawers.edit);
  const details = useDrawerParam(drawers.open);
  const { sort, setSort, orderBy } = useSortParam(props.sorts);
  const list = useList(query, { id: customerId, filter, orderBy }, connection);
  const loaded = { data: list.data, rows: list.rows.map(read), total: list.total };
  const links = props.filters(loaded);
  const filtered = links[0]?.active === false;
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open(createValue)}>
      {messages.add}
    </Button>
  );
  return (
    <ListFrame
      list={list}
      add={add}
      filters={<FilterLinks label={messages.filter} links={links} />}
      failed={messages.failed}
      label={messages.title}
      columns={columns}
      rows={loaded.rows}
      rowName={rowName}
      sort={sort}
      onSort={setSort}
      onOpen={({ id }) => details.open(id)}
      totals={totals || sums ? totalOf : undefined}
      empty={
        <EmptyState icon={<Icon size={20} />} action={!filtered && add}>
          {filtered ? t("record.nothingMatches") : messages.none}
        </EmptyState>
      }
    />
  );

  function totalOf(column: string): ReactNode {
    const own = totals?.(column, loaded);
    if (own) return own;
    if (column === columns[0]?.id) return t("ui.total");
    const amount = sums?.amounts[column];
    return (
      amount && (
        <TotalsCell
          known={sums?.known?.(column, list.data)}
          loaded={loaded.rows.map(amount)}
          total={list.total}
        />
      )
    );
  }
}
