import { type SyntheticEvent, useEffect, useRef } from "react";
import { useProfilePrefetch } from "../../profilePrefetch.js";

const restMs = 80;

/** Loads the profile of the row that the pointer or the focus rests on. */
export function usePrefetch(idAt: (row: number) => string | undefined) {
  const prefetch = useProfilePrefetch();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resting = useRef<string>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function rest(event: SyntheticEvent) {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>("[data-row]")?.dataset.row;
    const id = row === undefined ? undefined : idAt(Number(row));
    if (id === resting.current) return;
    resting.current = id;
    clearTimeout(timer.current);
    if (!id) return;
    timer.current = setTimeout(() => prefetch(id), restMs);
  }

  return { onMouseOver: rest, onFocus: rest };
}
