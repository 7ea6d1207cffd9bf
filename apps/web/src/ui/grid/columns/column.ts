import type { ReactNode } from "react";

/** One column of a grid. */
export interface GridColumn<T> {
  /** Letters, digits and dashes; also names the column in a saved layout. */
  id: string;
  /** The name in the header and in the menus. */
  header: string;
  /** What to know of it, shown where the header is pointed at. */
  hint?: string;
  cell: (row: T) => ReactNode;
  /** `end` for numbers and money. */
  align?: "start" | "end";
  /** In pixels; 140 unless said. The first column takes what is left over. */
  width?: number;
  minWidth?: number;
  /** Whether its header sorts: first from the start of the alphabet, or from the largest number. */
  sortable?: boolean;
  /** False for a column that is always shown. */
  hideable?: boolean;
  /** Left out at first; the person can show it by the column menu. */
  hidden?: boolean;
  /** Its place in the two-line row of a phone, `bar` for what takes the room that the details leave; columns without one are omitted there. */
  narrow?: "title" | "end" | "detail" | "bar";
  /** Whether its header stands before the value there, for a value that does not say what it is, such as one amount of several. */
  narrowLabel?: boolean;
}

/** By which column a list is sorted. */
export interface GridSort {
  column: string;
  direction: "asc" | "desc";
}

/** What a person made of the columns; ids that are not in the grid are ignored. */
export interface GridLayout {
  /** Column ids from left to right; new columns come after them. */
  order: readonly string[];
  hidden: readonly string[];
  /** Pixels by column id. */
  widths: Readonly<Record<string, number>>;
}

/** How high rows are: 32, 36 or 44 pixels. */
export type Density = "compact" | "normal" | "comfortable";

/** Pixels of a row by density. */
export const rowHeights: Record<Density, number> = { compact: 32, normal: 36, comfortable: 44 };

/** The pixels of the two-line row of a phone. */
export const narrowRowHeight = 60;

/** The layout that a grid starts with. */
export function defaultLayout<T>(columns: readonly GridColumn<T>[]): GridLayout {
  return {
    order: columns.map(({ id }) => id),
    hidden: columns.filter(({ hidden }) => hidden).map(({ id }) => id),
    widths: {},
  };
}
