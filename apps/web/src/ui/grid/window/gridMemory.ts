import type { ActiveCell } from "./useGridFocus.js";

/** Where a person was in a grid. */
export interface GridPlace {
  position: number;
  active: ActiveCell;
}

const places = new Map<string, GridPlace>();

/** Keeps a place under a key, such as the history entry's; the oldest of a hundred is forgotten. */
export function keepGridPlace(key: string, place: GridPlace): void {
  places.delete(key);
  places.set(key, place);
  const [oldest] = places.keys();
  if (places.size > 100 && oldest !== undefined) places.delete(oldest);
}

/** The place kept under a key. */
export function gridPlace(key: string): GridPlace | undefined {
  return places.get(key);
}
