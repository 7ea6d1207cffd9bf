import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import type { Permission } from "@clientela/shared/records/roles";
import { Button } from "@mantine/core";
import { IconPlus, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Connection, useList } from "../../cache/useList.js";
import type { MoneyValue } from "../../i18n/format.js";
import type { MessageKey } from "../../i18n/messageKey.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { ListFrame } from "./ListFrame.js";
import { type ListChoices, useListChoices } from "./listChoices.js";
import { type ListColumn, sortsOf } from "./listColumns.js";
import { useListColumns } from "./useListColumns.js";

/** The nouns whose messages say all that a list says: `quotes` in `quotes.none`. */
export type ListTexts = {
  [Key in MessageKey]: Key extends `${infer Noun}.none`
    ? `${Noun}.${"title" | "add" | "failed"}` extends MessageKey
      ? Noun
      : never
    : never;
}[MessageKey];

/** A list as its totals take it. */
export interface LoadedList<Choice, Metrics> {
  chosen: Choice | undefined;
  /** Of the choice on screen, or of the last one while this one loads. */
  metrics: Metrics | undefined;
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
interface Sums<Row, Choice, Metrics> {
  /** The amount of a row, by column. */
  amounts: Readonly<Record<string, (record: Row) => MoneyValue>>;
  /** What the server summed of the list as it is filtered, if it did; else rows are summed once all are loaded. */
  known?: (
    list: LoadedList<Choice, Metrics>,
    column: string,
  ) => readonly MoneyValue[] | null | undefined;
}

export interface CustomerListProps<
  Data,
  Node extends { id: string },
  Row extends { id: string },
  Filter,
  SortField extends string,
  Choice extends string,
  Metrics,
> {
  customerId: string;
  /** Takes `$id`, `$after`, `$filter` and `$orderBy`. */
  query: TypedDocumentNode<Data, ListVariables<Filter, SortField>>;
  connection: (data: Data) => Connection<Node> | null | undefined;
  read: (node: Node) => Row;
  /** What the server counted and summed, for the links over the list and the totals below it. */
  metrics?: (data: Data) => Metrics | undefined;
  /** What `?show=` calls the list. */
  show: string;
  choices: ListChoices<Choice, Filter, Metrics>;
  columns: readonly ListColumn<Row, SortField>[];
  /** The drawers' names in the URL: the one that a row opens, and the one with the form. */
  drawers: { open: string; edit: string };
  /** What the drawer is opened with to create one; `new` unless said. */
  createValue?: string;
  icon: TablerIcon;
  texts: ListTexts;
  /** The title and the button where the noun has several lists. */
  title?: string;
  addLabel?: string;
  sums?: Sums<Row, Choice, Metrics>;
  /** What the row of totals says in a column that is no sum. */
  totals?: (list: LoadedList<Choice, Metrics>, column: string) => ReactNode;
}

interface RowProps<Row> {
  write: Permission;
  rowName: (record: Row) => string;
  /** Draws the cells that are "status". */
  status: (record: Row) => ReactNode;
  /** The column at the end of each row. */
  menu?: GridColumn<Row>;
}

/** A customer's records of one kind: filters over a grid that sorts and opens them, and a button that creates one. */
export function CustomerList<
  Data,
  Node extends { id: string },
  Row extends { id: string },
  Filter,
  SortField extends string,
  Choice extends string,
  Metrics,
>(props: CustomerListProps<Data, Node, Row, Filter, SortField, Choice, Metrics> & RowProps<Row>) {
  const { customerId, query, connection, columns, drawers, texts, sums, totals, menu } = props;
  const { title, addLabel, createValue = "new", icon: Icon } = props;
  const t = useT();
  const mayWrite = useMay(props.write);
  const form = useDrawerParam(drawers.edit);
  const details = useDrawerParam(drawers.open);
  const { chosen, linksOf } = useListChoices(props.choices, props.show);
  const { sort, setSort, orderBy } = useSortParam(sortsOf(columns));
  const filter = props.choices.filter(chosen);
  const list = useList(query, { id: customerId, filter, orderBy }, connection);
  const metrics = list.data && props.metrics?.(list.data);
  const loaded = { chosen, metrics, total: list.total };
  const rows = list.rows.map(props.read);
  const listed = useListColumns(columns, props.status);
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open(createValue)}>
      {addLabel ?? t(`${texts}.add`)}
    </Button>
  );
  return (
    <ListFrame
      list={list}
      add={add}
      filters={<FilterLinks label={t(props.choices.label)} links={linksOf(metrics)} />}
      failed={t(`${texts}.failed`)}
      label={title ?? t(`${texts}.title`)}
      columns={menu && mayWrite ? [...listed, menu] : listed}
      rows={rows}
      rowName={props.rowName}
      sort={sort}
      onSort={setSort}
      onOpen={({ id }) => details.open(id)}
      totals={totals || sums ? totalOf : undefined}
      empty={
        <EmptyState icon={<Icon size={20} />} action={!chosen && add}>
          {chosen ? t("record.nothingMatches") : t(`${texts}.none`)}
        </EmptyState>
      }
    />
  );

  function totalOf(column: string): ReactNode {
    const own = totals?.(loaded, column);
    if (own) return own;
    if (column === columns[0]?.id) return t("ui.total");
    const amount = sums?.amounts[column];
    return (
      amount && (
        <TotalsCell
          known={sums?.known?.(loaded, column) ?? undefined}
          loaded={rows.map(amount)}
          total={list.total}
        />
      )
    );
  }
}
