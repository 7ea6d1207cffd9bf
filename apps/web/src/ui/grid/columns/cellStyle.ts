import type { CSSProperties } from "react";
import type { PlacedColumn } from "./useGridColumns.js";

/** The width and, for a pinned column, the place of a cell. */
export function cellStyle<T>(
  { width, grows, pinned }: PlacedColumn<T>,
  left: number,
): CSSProperties {
  return {
    flex: `${grows ? 1 : 0} 0 ${width}px`,
    left: pinned ? left : undefined,
  };
}
