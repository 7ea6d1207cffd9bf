import { useEffect, useRef, useSyncExternalStore } from "react";
import type { KeysetRows } from "../../../keyset/KeysetRows.js";
import type { CellFixes } from "./CellFixes.js";

const never = { subscribe: () => () => undefined, isBusy: () => false };

/** Has the rows fetched again when their revision changes, but not while a cell is being fixed. */
export function useRevision<Row extends { id: string }>(
  list: KeysetRows<Row>,
  revision: string,
  fixes: CellFixes | undefined,
): void {
  const { subscribe, isBusy } = fixes ?? never;
  const busy = useSyncExternalStore(subscribe, isBusy);
  const fetched = useRef(revision);
  useEffect(() => {
    if (busy || fetched.current === revision) return;
    fetched.current = revision;
    void (fixes ? fixes.settle(list.refresh) : list.refresh());
  }, [list, revision, busy, fixes]);
}
