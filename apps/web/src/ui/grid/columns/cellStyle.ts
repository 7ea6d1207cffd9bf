import type { CSSProperties } from "react";
import type { PlacedColumn } from "./useGridColumns.js";

/** Properties that the style sheet may follow: on screen lengths are kept, on paper they give way. */
type GridStyle = CSSProperties & Record<`--${string}`, string | number>;

/** Lengths in pixels as properties for the style sheet; what is undefined is left to it. */
export function lengths(pixels: Readonly<Record<string, number | undefined>>): GridStyle {
  const known = Object.entries(pixels).filter(([, length]) => length !== undefined);
  return Object.fromEntries(known.map(([name, length]) => [`--${name}`, `${length}px`]));
}

/** The width and, for a pinned column, the place of a cell. */
export function cellStyle<T>({ width, grows, pinned }: PlacedColumn<T>, left: number): GridStyle {
  return {
    "--width": `${width}px`,
    "--grow": grows ? 1 : 0,
    left: pinned ? left : undefined,
  };
}
