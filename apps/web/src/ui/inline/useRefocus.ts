import { type RefObject, useCallback, useEffect, useRef } from "react";

/** Gives the focus back to what an edit was opened from, once the edit is closed. */
export function useRefocus(editing: boolean): {
  rest: RefObject<HTMLButtonElement | null>;
  refocus: (wanted: boolean) => void;
} {
  const rest = useRef<HTMLButtonElement>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (editing || !wanted.current) return;
    wanted.current = false;
    rest.current?.focus();
  }, [editing]);
  const refocus = useCallback((want: boolean) => {
    wanted.current = want;
  }, []);
  return { rest, refocus };
}
