import type { ActiveCell } from "./useGridFocus.js";

/** What a key asks of the grid. */
export type GridCommand =
  | { kind: "move"; to: ActiveCell; extend: boolean }
  | { kind: "open" }
  | { kind: "space" }
  | { kind: "menu" };

interface GridExtent {
  rows: number;
  cells: number;
  /** How many rows a page key goes. */
  page: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Reads a key that was pressed on a cell: the keys of the WAI-ARIA grid pattern, and our own. */
export function readGridKey(
  event: Key,
  at: ActiveCell,
  extent: GridExtent,
): GridCommand | undefined {
  const mod = event.ctrlKey || event.metaKey;
  const { row, cell } = at;
  const { rows, cells, page } = extent;
  const go = (nextRow: number, nextCell: number, extend = false): GridCommand => ({
    kind: "move",
    to: {
      row: Math.max(-1, Math.min(rows - 1, nextRow)),
      cell: Math.max(0, Math.min(cells - 1, nextCell)),
    },
    extend,
  });
  switch (event.key) {
    case "ArrowDown":
      if (event.altKey) return row === -1 ? { kind: "menu" } : undefined;
      return go(mod ? rows - 1 : row + 1, cell, event.shiftKey && row >= 0);
    case "ArrowUp":
      return go(mod ? 0 : row - 1, cell, event.shiftKey && row > 0);
    case "ArrowLeft":
      return event.altKey ? undefined : go(row, mod ? 0 : cell - 1);
    case "ArrowRight":
      return event.altKey ? undefined : go(row, mod ? cells - 1 : cell + 1);
    case "Home":
      return go(mod ? 0 : row, 0);
    case "End":
      return go(mod ? rows - 1 : row, cells - 1);
    case "PageDown":
      return go(row + page, cell);
    case "PageUp":
      return go(Math.max(0, row - page), cell);
    case "Enter":
      return mod || event.altKey ? undefined : { kind: "open" };
    case " ":
      return { kind: "space" };
    default:
      return undefined;
  }
}
