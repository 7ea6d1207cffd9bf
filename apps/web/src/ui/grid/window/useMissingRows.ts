import { useEffect, useEffectEvent } from "react";

const LOOK_AHEAD = 20;

interface MissingRowsOptions {
  /** The first and the last row that is on screen, or about to be. */
  first: number;
  last: number;
  /** How long the whole list is. */
  total: number;
  /** Which rows are loaded. */
  loaded: { first: number; count: number };
  /** False while the first rows are loaded. */
  enabled: boolean;
  onNeed: ((range: { first: number; last: number }) => void) | undefined;
}

/** Asks for the rows that are on screen, or soon will be, and not loaded. */
export function useMissingRows(options: MissingRowsOptions): void {
  const { first, last, total, loaded, enabled, onNeed } = options;
  const need = useEffectEvent((from: number, to: number) => onNeed?.({ first: from, last: to }));
  const wanted = Math.min(total - 1, last + LOOK_AHEAD);
  const missing =
    enabled && (first < loaded.first || wanted >= loaded.first + loaded.count) && wanted >= 0;
  useEffect(() => {
    if (!missing) return;
    // While the thumb is dragged nothing is fetched for where it passes.
    const timer = setTimeout(() => need(first, wanted), 80);
    return () => clearTimeout(timer);
  }, [missing, first, wanted]);
}
