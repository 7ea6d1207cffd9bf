import type { ReactNode } from "react";
import type { MoneyValue } from "../../i18n/format.js";
import type { MessageKey } from "../../i18n/messageKey.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { Money } from "../../ui/values/Money.js";
import type { Field, FieldContext } from "../fields/fields.js";

/** A column of a list of records; it stands outside of its component. */
export interface ListColumn<Listed, SortField extends string>
  extends Pick<GridColumn<Listed>, "id" | "width" | "align" | "hideable" | "narrow"> {
  label: MessageKey;
  /** The field of the API's order that its header sorts by. */
  sort?: SortField;
  /** What stands in it; "status" is where the record stands, with a menu of what may follow. */
  cell: ((record: Listed, context: FieldContext) => ReactNode) | "status";
}

type Shape<Listed, SortField extends string> = Omit<
  ListColumn<Listed, SortField>,
  "label" | "cell"
>;

/** The fields of the API's order by the columns that sort by them. */
export function sortsOf<SortField extends string>(
  columns: readonly Pick<ListColumn<never, SortField>, "id" | "sort">[],
): Record<string, SortField> {
  const sorts: Record<string, SortField> = {};
  for (const { id, sort } of columns) if (sort) sorts[id] = sort;
  return sorts;
}

/** A column that shows a field as text; a dash where it is empty. */
export function fieldColumn<Listed, Value, SortField extends string>(
  field: Field<Value>,
  value: (record: Listed) => Value,
  shape: Shape<Listed, SortField>,
): ListColumn<Listed, SortField> {
  return {
    ...shape,
    label: field.label,
    cell: (record, context) => field.text(value(record), context, {}) || "–",
  };
}

/** A column of amounts. */
export function moneyColumn<Listed, SortField extends string>(
  label: MessageKey,
  value: (record: Listed) => MoneyValue,
  shape: Shape<Listed, SortField>,
): ListColumn<Listed, SortField> {
  return { align: "end", ...shape, label, cell: (record) => <Money value={value(record)} /> };
}
