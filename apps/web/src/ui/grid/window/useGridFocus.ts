import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/** The cell that takes the focus; row -1 is the header. */
export interface ActiveCell {
  row: number;
  cell: number;
}

interface GridFocusOptions {
  root: RefObject<HTMLElement | null>;
  rows: number;
  cells: number;
  /** The cell to begin with: the name, after the check box. */
  firstCell: number;
  show: (row: number) => void;
}

/** One cell of the grid is in the page's tab order; this knows which, and moves the focus to it. */
export function useGridFocus({ root, rows, cells, firstCell, show }: GridFocusOptions) {
  const [focused, setFocused] = useState<ActiveCell>({ row: 0, cell: firstCell });
  const pending = useRef(false);
  const active: ActiveCell = {
    row: Math.min(focused.row, rows - 1),
    cell: Math.min(focused.cell, cells - 1),
  };
  const { row, cell } = active;

  /** Makes a cell the active one, brings it on screen and puts the focus on it. */
  const focusCell = useCallback(
    (next: ActiveCell) => {
      const kept = {
        row: Math.max(-1, Math.min(next.row, rows - 1)),
        cell: Math.max(0, Math.min(next.cell, cells - 1)),
      };
      if (kept.row >= 0) show(kept.row);
      pending.current = true;
      setFocused({ ...kept });
    },
    [rows, cells, show],
  );

  useLayoutEffect(() => {
    if (!pending.current) return;
    const element = root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${cell}"]`);
    if (!element) return;
    pending.current = false;
    element.focus({ preventScroll: row >= 0 });
    element.scrollIntoView({ inline: "nearest", block: "nearest" });
  });

  /** Follows the focus where the pointer put it. */
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const place = event.target.closest<HTMLElement>("[data-cell]")?.dataset.cell?.split(":");
    if (place) setFocused({ row: Number(place[0]), cell: Number(place[1]) });
  }, []);

  return { active, focusCell, onFocus };
}
