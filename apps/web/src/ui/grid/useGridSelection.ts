import { useRef } from "react";

/** The chosen rows of a grid, by id. */
export interface GridSelection {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
}

interface GridSelectionOptions<T> {
  selection: GridSelection | undefined;
  rowAt: (index: number) => T | undefined;
  rowId: (row: T) => string;
}

/** Changes a selection by single rows and by ranges. */
export function useGridSelection<T>({ selection, rowAt, rowId }: GridSelectionOptions<T>) {
  const anchor = useRef<number>(undefined);

  /** Chooses a row, or takes it out again. */
  function toggle(index: number) {
    const row = rowAt(index);
    if (!selection || row === undefined) return;
    const next = new Set(selection.selected);
    const id = rowId(row);
    if (!next.delete(id)) next.add(id);
    anchor.current = index;
    selection.onChange(next);
  }

  /** Adds all rows between the one last chosen (`from`, where there is none) and `to`. */
  function extend(from: number, to: number) {
    if (!selection) return;
    anchor.current ??= from;
    const next = new Set(selection.selected);
    const [low, high] = anchor.current < to ? [anchor.current, to] : [to, anchor.current];
    for (let index = low; index <= high; index += 1) {
      const row = rowAt(index);
      if (row !== undefined) next.add(rowId(row));
    }
    selection.onChange(next);
  }

  /** Chooses all rows that are loaded, or none if all are chosen. */
  function toggleAll(rows: readonly T[]) {
    if (!selection) return;
    const ids = rows.map(rowId);
    const all = ids.every((id) => selection.selected.has(id));
    anchor.current = undefined;
    selection.onChange(all ? new Set() : new Set([...selection.selected, ...ids]));
  }

  return { toggle, extend, toggleAll };
}
