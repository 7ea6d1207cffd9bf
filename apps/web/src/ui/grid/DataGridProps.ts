import type { ReactNode } from "react";
import type { Density, GridColumn, GridLayout, GridSort } from "./columns/column.js";
import type { GridSelection } from "./useGridSelection.js";

/** What a grid is given. */
export interface DataGridProps<T> {
  /** What the list is called, for screen readers. */
  label: string;
  /** The first one is pinned and always shown. Keep the array stable between renders. */
  columns: readonly GridColumn<T>[];
  /** The rows that are loaded, without gaps. */
  rows: readonly T[];
  /** Where the first loaded row stands in the whole list; 0 unless said. */
  firstIndex?: number;
  /** How long the whole list is; as long as what is loaded unless said. */
  total?: number;
  /** Whether the total is an estimate. */
  isEstimate?: boolean | undefined;
  rowId: (row: T) => string;
  /** A row in words, for its check box. */
  rowName: (row: T) => string;
  density?: Density;
  sort?: GridSort | null;
  onSort?: (sort: GridSort) => void;
  layout?: GridLayout;
  onLayout?: (layout: GridLayout) => void;
  selection?: GridSelection;
  /** Enter or a click on a row. A cell that holds a link is followed by Enter instead. */
  onOpen?: (row: T) => void;
  /** Space on a row. */
  onPeek?: (row: T) => void;
  /** Asks for rows that are on screen, or soon will be, and not loaded. Placeholders stand for them. */
  onNeed?: (range: { first: number; last: number }) => void;
  loading?: boolean;
  /** Stands under the header where there is no row: an EmptyState or an ErrorNote. */
  empty?: ReactNode;
  /** Ids of rows to mark for a moment, as they are new. */
  marked?: ReadonlySet<string>;
  /** The row at the foot for the whole list, by column id. */
  totals?: (column: string) => ReactNode;
  /** Keeps scroll position and active row under this key, so that Back comes back to them. */
  memory?: string;
  /** False switches J, K and X off, where a page has two grids. */
  shortcuts?: boolean;
}
