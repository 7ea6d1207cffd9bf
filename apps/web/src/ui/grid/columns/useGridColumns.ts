import { useMemo } from "react";
import type { GridColumn, GridLayout } from "./column.js";

const MAX_WIDTH = 800;

/** A column as it stands now. */
export interface PlacedColumn<T> {
  column: GridColumn<T>;
  /** In pixels. */
  width: number;
  /** Takes what is left over; only the first column, until a person gives it a width. */
  grows: boolean;
  pinned: boolean;
}

/** The columns that are shown, in order, with their widths; the first one is pinned, and always shown. */
export function placeColumns<T>(
  columns: readonly GridColumn<T>[],
  { order, hidden, widths }: GridLayout,
): PlacedColumn<T>[] {
  const [first, ...others] = columns;
  if (!first) return [];
  // Columns that the layout does not know come last, as they are declared.
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: GridColumn<T>) => places.get(id) ?? order.length;
  const shown = others
    .filter(({ id }) => !hidden.includes(id))
    .sort((a, b) => placeOf(a) - placeOf(b));
  return [first, ...shown].map((column) => {
    const { id, width = 140, minWidth = 64 } = column;
    const pinned = column === first;
    return {
      column,
      width: Math.min(MAX_WIDTH, Math.max(minWidth, widths[id] ?? width)),
      grows: pinned && widths[id] === undefined,
      pinned,
    };
  });
}

/** The columns of a grid as its layout places them. */
export function useGridColumns<T>(
  columns: readonly GridColumn<T>[],
  layout: GridLayout,
): PlacedColumn<T>[] {
  return useMemo(() => placeColumns(columns, layout), [columns, layout]);
}
