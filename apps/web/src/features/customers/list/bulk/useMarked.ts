import { type RefObject, useEffect, useState } from "react";

const markedMs = 3000;
const nothing: ReadonlySet<string> = new Set();

/** Marks a new row for three seconds and gives it the focus, once the drawer before it is gone. */
export function useMarked(page: RefObject<HTMLElement | null>) {
  const [row, setRow] = useState<{ id: string; index: number } | null>(null);
  const [marked, setMarked] = useState(nothing);
  useEffect(() => {
    if (!row) return;
    setMarked(new Set([row.id]));
    const focus = setTimeout(() => {
      // Does not take the focus from someone who types into the search.
      if (page.current?.querySelector("input:focus")) return;
      page.current?.querySelector<HTMLElement>(`[data-cell="${row.index}:1"]`)?.focus();
    }, 200);
    const end = setTimeout(() => {
      setRow(null);
      setMarked(nothing);
    }, markedMs);
    return () => {
      clearTimeout(focus);
      clearTimeout(end);
    };
  }, [row, page]);
  return { marked, mark: (id: string, index: number) => setRow({ id, index }) };
}
