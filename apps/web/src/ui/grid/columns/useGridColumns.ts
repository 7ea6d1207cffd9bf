import {
  type Column,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { GridColumn, GridLayout } from "./column.js";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

type Nothing = Record<string, never>;
const noData: Nothing[] = [];

/** A column as it stands now. */
export interface PlacedColumn<T> {
  column: GridColumn<T>;
  /** In pixels. */
  width: number;
  /** Takes what is left over; only the first column, until a person gives it a width. */
  grows: boolean;
  pinned: boolean;
}

/** The columns that are shown, in order, with their widths; the first one is pinned. */
export function useGridColumns<T>(
  columns: readonly GridColumn<T>[],
  layout: GridLayout,
): PlacedColumn<T>[] {
  const definitions = useMemo(
    () =>
      columns.map(({ id, width = 140, minWidth = 64 }) => ({
        id,
        size: width,
        minSize: minWidth,
        maxSize: 800,
      })),
    [columns],
  );
  const first = columns[0]?.id;
  const state = useMemo(
    () => ({
      columnOrder: [...layout.order],
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, id === first])),
      columnSizing: { ...layout.widths },
      columnPinning: { start: first === undefined ? [] : [first], end: [] },
    }),
    [layout, first],
  );
  const table = useTable({ features, columns: definitions, data: noData, state });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table depends on these two alone.
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const place = (shown: Column<typeof features, Nothing>, pinned: boolean): PlacedColumn<T>[] => {
      const column = byId.get(shown.id);
      if (!column) return [];
      const grows = pinned && layout.widths[shown.id] === undefined;
      return [{ column, width: shown.getSize(), grows, pinned }];
    };
    return [
      ...table.getStartVisibleLeafColumns().flatMap((shown) => place(shown, true)),
      ...table.getCenterVisibleLeafColumns().flatMap((shown) => place(shown, false)),
    ];
  }, [columns, layout]);
}
