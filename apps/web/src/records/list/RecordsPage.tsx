import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { type Connection, useList } from "../../cache/useList.js";
import type { MoneyValue } from "../../i18n/format.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { TotalsCell } from "../../ui/documents/TotalsCell.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import type { ShownStatus } from "../recordStatus.js";
import { StatusBadge } from "../StatusBadge.js";
import type { ListTexts } from "./CustomerList.js";
import { ListFrame } from "./ListFrame.js";
import { type ListChoices, useListChoices } from "./listChoices.js";
import { type ListColumn, sortsOf } from "./listColumns.js";
import classes from "./RecordsPage.module.css";
import { useListColumns } from "./useListColumns.js";

/** A record with the customer whose it is. */
export interface OfCustomer {
  id: string;
  customer: { id: string; displayName: string };
}

interface PageVariables<Filter, SortField extends string> extends OperationVariables {
  after?: string | null;
  filter?: Filter | null;
  orderBy?: { field: SortField; direction?: "ASC" | "DESC" } | null;
}

interface RecordsPageProps<
  Data,
  Node extends { id: string },
  Row extends OfCustomer,
  Filter,
  SortField extends string,
  Choice extends string,
  Shown extends string,
> {
  /** Takes `$after`, `$filter` and `$orderBy`. */
  query: TypedDocumentNode<Data, PageVariables<Filter, SortField>>;
  connection: (data: Data) => Connection<Node> | null | undefined;
  read: (node: Node) => Row;
  /** What `?show=` calls the list, where the page has several. */
  show?: string;
  choices: ListChoices<Choice, Filter, unknown>;
  /** Those of the list on a customer's tab; the customer comes after the first. */
  columns: readonly ListColumn<Row, SortField>[];
  status: ShownStatus<Row, Shown>;
  rowName: (record: Row) => string;
  /** Where a record is opened: over its customer's list. */
  pathOf: (record: Row) => string;
  icon: TablerIcon;
  texts: ListTexts;
  /** The amounts of a row that are summed below the list, by column. */
  amounts: Readonly<Record<string, (record: Row) => MoneyValue>>;
  /** The links to the page's other lists. */
  children?: ReactNode;
}

const customerColumn: ListColumn<OfCustomer, never> = {
  id: "customer",
  label: "profile.customer",
  width: 200,
  narrow: "detail",
  cell: ({ customer }) => <Link to={paths.customer(customer.id)}>{customer.displayName}</Link>,
};

/** The records of one kind of all customers: filters over a grid that sorts them and leads to each. */
export function RecordsPage<
  Data,
  Node extends { id: string },
  Row extends OfCustomer,
  Filter,
  SortField extends string,
  Choice extends string,
  Shown extends string,
>(props: RecordsPageProps<Data, Node, Row, Filter, SortField, Choice, Shown>) {
  const { query, connection, choices, status, texts, amounts, icon: Icon } = props;
  const t = useT();
  const navigate = useNavigate();
  const [title, ...others] = props.columns;
  const columns = title ? [title, customerColumn, ...others] : [customerColumn];
  const { chosen, linksOf } = useListChoices(choices, props.show);
  const { sort, setSort, orderBy } = useSortParam(sortsOf(props.columns));
  const list = useList(query, { filter: choices.filter(chosen), orderBy }, connection);
  const rows = list.rows.map(props.read);
  return (
    <div className={classes.page}>
      <PageHeader title={t(`${texts}.title`)} />
      {props.children && <div className={classes.parts}>{props.children}</div>}
      <div>
        <ListFrame
          list={list}
          add={null}
          filters={<FilterLinks label={t(choices.label)} links={linksOf(undefined)} />}
          failed={t(`${texts}.failed`)}
          label={t(`${texts}.title`)}
          columns={useListColumns(columns, (row: Row) => (
            <StatusBadge status={status} value={status.shown(row)} />
          ))}
          rows={rows}
          rowName={props.rowName}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => void navigate(props.pathOf(row))}
          totals={rows.length < list.total ? undefined : totalOf}
          empty={
            <EmptyState icon={<Icon size={20} />}>
              {chosen ? t("record.nothingMatches") : t(`${texts}.none`)}
            </EmptyState>
          }
        />
      </div>
    </div>
  );

  // Of a part of the list a sum would say nothing.
  function totalOf(column: string): ReactNode {
    if (column === title?.id) return t("ui.total");
    const amount = amounts[column];
    return amount && <TotalsCell known={undefined} loaded={rows.map(amount)} total={list.total} />;
  }
}
