import { useEffectEvent, useLayoutEffect } from "react";
import { type GridPlace, gridPlace, keepGridPlace } from "./gridMemory.js";

interface KeptPlaceOptions {
  /** The key of the place; without one nothing is remembered. */
  memory: string | undefined;
  /** Whether there are rows to scroll. */
  filled: boolean;
  restore: (place: GridPlace) => void;
  place: () => GridPlace;
}

/** Remembers where a grid was scrolled to and which cell was active, so that Back comes back to them. */
export function useKeptPlace({ memory, filled, restore, place }: KeptPlaceOptions): void {
  const comeBack = useEffectEvent(() => {
    const kept = memory === undefined ? undefined : gridPlace(memory);
    if (kept) restore(kept);
  });
  const keep = useEffectEvent(() => {
    if (memory !== undefined) keepGridPlace(memory, place());
  });
  useLayoutEffect(() => {
    if (!filled) return;
    comeBack();
    return () => keep();
  }, [filled]);
}
