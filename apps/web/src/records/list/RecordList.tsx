import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { Button } from "@mantine/core";
import { IconPlus, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Connection, useList } from "../../cache/useList.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import type { RowAction } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { type FilterLink, FilterLinks } from "../../ui/page/FilterLinks.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { RecordStatus } from "../recordStatus.js";
import { ListFrame } from "./ListFrame.js";
import { type ListColumn, sortsOf } from "./listColumns.js";
import { useRecordColumns } from "./useRecordColumns.js";

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

interface RecordListProps<
  Data,
  Node extends { id: string },
  Row extends Listed,
  Filter,
  SortField extends string,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
> {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  customerId: string;
  /** Takes `$id`, `$after`, `$filter` and `$orderBy`. */
  query: TypedDocumentNode<Data, ListVariables<Filter, SortField>>;
  connection: (data: Data) => Connection<Node> | null | undefined;
  read: (node: Node) => Row;
  filter: Filter | null;
  columns: readonly ListColumn<Row, SortField>[];
  /** Where a record stands, for the column whose cell is "status". */
  status: RecordStatus<Row, Values, Shown, Word>;
  /** What can be done with a row besides editing and deleting it. */
  actions?: (record: Row) => readonly RowAction[];
  /** The drawers' names in the URL: the one that a row opens, and the one with the form. */
  drawers: { open: string; edit: string };
  /** What the drawer is opened with to create one; `new` unless said. */
  createValue?: string;
  icon: TablerIcon;
  messages: { title: string; add: string; none: string; failed: string; filter: string };
  filters: (list: LoadedList<Data, Row>) => readonly FilterLink[];
  /** What the row of totals says in a column. */
  totals?: (column: string, list: LoadedList<Data, Row>) => ReactNode;
}

/** A customer's records of one kind: filters over a grid that sorts, opens, changes and deletes them. */
export function RecordList<
  Data,
  Node extends { id: string },
  Row extends Listed,
  Filter,
  SortField extends string,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(
  props: RecordListProps<
    Data,
    Node,
    Row,
    Filter,
    SortField,
    Full,
    Listed,
    Values,
    Create,
    Loaded,
    Shown,
    Word
  >,
) {
  const { operations, customerId, query, connection, read, filter, drawers, messages } = props;
  const { createValue = "new", icon: Icon, totals } = props;
  const t = useT();
  const context = useFieldContext();
  const mayWrite = useMay(operations.write);
  const form = useDrawerParam(drawers.edit);
  const details = useDrawerParam(drawers.open);
  const { sort, setSort, orderBy } = useSortParam(sortsOf(props.columns));
  const list = useList(query, { id: customerId, filter, orderBy }, connection);
  const columns = useRecordColumns({ ...props, mayWrite, onEdit: form.open });
  const loaded = { data: list.data, rows: list.rows.map(read), total: list.total };
  const links = props.filters(loaded);
  // The first link is the whole list.
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
      rowName={(record) => operations.name(record, context)}
      sort={sort}
      onSort={setSort}
      onOpen={({ id }) => details.open(id)}
      totals={totals && ((column) => totals(column, loaded))}
      empty={
        <EmptyState icon={<Icon size={20} />} action={!filtered && add}>
          {filtered ? t("record.nothingMatches") : messages.none}
        </EmptyState>
      }
    />
  );
}
