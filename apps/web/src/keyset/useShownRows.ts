import { useState, useSyncExternalStore } from "react";
import type { KeysetRows, RowsState } from "./KeysetRows.js";

/**
 * The rows to draw: those of `list`, or, until its first page has come, those that were drawn
 * before it, so that a changed search does not blank the screen. `stale` says which.
 */
export function useShownRows<Row extends { id: string }>(
  list: KeysetRows<Row>,
): { shown: RowsState<Row>; stale: boolean } {
  const state = useSyncExternalStore(list.subscribe, list.state);
  const settled = state.ready || state.error !== undefined;
  const [last, setLast] = useState(state);
  if (settled && last !== state) setLast(state);
  if (settled || !last.ready) return { shown: state, stale: false };
  return { shown: { ...last, loading: true }, stale: true };
}
