import type { KeyboardEvent, MouseEvent } from "react";
import type { useGridSelection } from "./useGridSelection.js";
import { readGridKey } from "./window/gridKeys.js";
import type { ActiveCell } from "./window/useGridFocus.js";

interface GridEventsOptions<T> {
  active: ActiveCell;
  rows: readonly T[];
  /** How many rows and cells there are to move over, and how many rows a page is. */
  extent: { rows: number; cells: number; page: number };
  rowAt: (index: number) => T | undefined;
  selectable: boolean;
  choose: ReturnType<typeof useGridSelection<T>>;
  focusCell: (cell: ActiveCell) => void;
  onOpen: ((row: T) => void) | undefined;
  onPeek: ((row: T) => void) | undefined;
}

/** What keys and clicks do in a grid: move, select, open and peek. */
export function useGridEvents<T>(options: GridEventsOptions<T>) {
  const { active, rows, extent, rowAt, selectable, choose, focusCell, onOpen, onPeek } = options;

  function open(index: number, cell: HTMLElement | null) {
    const link = cell?.querySelector<HTMLElement>("a[href], button");
    const row = rowAt(index);
    if (link) link.click();
    else if (row !== undefined) onOpen?.(row);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const cell = event.target instanceof HTMLElement ? event.target : null;
    if (!cell?.dataset.cell) return;
    const command = readGridKey(event, active, extent);
    if (!command) return;
    event.preventDefault();
    const onCheckBox = selectable && active.cell === 0;
    if (command.kind === "move") {
      if (command.extend) choose.extend(active.row, command.to.row);
      focusCell(command.to);
    } else if (command.kind === "menu") {
      cell.querySelector("button")?.click();
    } else if (active.row === -1) {
      if (onCheckBox) choose.toggleAll(rows);
      else cell.click();
    } else if (onCheckBox) {
      choose.toggle(active.row);
    } else if (command.kind === "open") {
      open(active.row, cell);
    } else {
      const row = rowAt(active.row);
      if (row !== undefined) onPeek?.(row);
    }
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    if (!(event.target instanceof HTMLElement)) return;
    const index = Number(event.target.closest<HTMLElement>("[data-row]")?.dataset.row ?? -1);
    const cell = event.target.closest<HTMLElement>("[data-cell]");
    if (index < 0) return;
    if (selectable && cell?.dataset.cell === `${index}:0`) {
      if (event.shiftKey) choose.extend(index, index);
      else choose.toggle(index);
      return;
    }
    if (event.target.closest("a, button, input, label, textarea, select")) return;
    if (window.getSelection()?.isCollapsed === false) return;
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row);
  }

  return { onKeyDown, onClick };
}
