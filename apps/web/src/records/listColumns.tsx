import type { ReactNode } from "react";
import type { MoneyValue } from "../i18n/format.js";
import type { MessageKey } from "../locales/en.js";
import type { GridColumn } from "../ui/grid/columns/column.js";
import { Money } from "../ui/values/Money.js";
import type { Field, FieldContext } from "./fields.js";

/** A column of a list of records; it stands outside of its component. */
export interface ListColumn<Listed, Order extends string>
  extends Pick<GridColumn<Listed>, "id" | "width" | "align" | "hideable" | "narrow"> {
  label: MessageKey;
  /** The field of the API's order that its header sorts by. */
  sort?: Order;
  /** What stands in it; "status" is where the record stands, with a menu of what may follow. */
  cell: ((record: Listed, context: FieldContext) => ReactNode) | "status";
}

type Shape<Listed, Order extends string> = Omit<ListColumn<Listed, Order>, "label" | "cell">;

/** The fields of the API's order by the columns that sort by them. */
export function sortsOf<Order extends string>(
  columns: readonly Pick<ListColumn<never, Order>, "id" | "sort">[],
): Record<string, Order> {
  const sorts: Record<string, Order> = {};
  for (const { id, sort } of columns) if (sort) sorts[id] = sort;
  return sorts;
}

/** A column that shows a field as text; a dash where it is empty. */
export function fieldColumn<Listed, Value, Order extends string>(
  field: Field<Value>,
  value: (record: Listed) => Value,
  shape: Shape<Listed, Order>,
): ListColumn<Listed, Order> {
  return {
    ...shape,
    label: field.label,
    cell: (record, context) => field.text(value(record), context, {}) || "–",
  };
}

/** A column of amounts. */
export function moneyColumn<Listed, Order extends string>(
  label: MessageKey,
  value: (record: Listed) => MoneyValue,
  shape: Shape<Listed, Order>,
): ListColumn<Listed, Order> {
  return { align: "end", ...shape, label, cell: (record) => <Money value={value(record)} /> };
}
