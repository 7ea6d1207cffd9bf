import { useCallback, useMemo, useRef } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

/** A drawer that the URL holds: what it shows, and how to open and close it. */
export interface DrawerParam {
  value: string | null;
  open: (value: string) => void;
  close: () => void;
}

/** Opens any drawer of the page by its name in the URL. */
export function useOpenDrawer(): (name: string, value: string) => void {
  const [search, setSearch] = useSearchParams();
  const { pathname, state } = useLocation();
  return useCallback(
    (name, value) => {
      const next = new URLSearchParams(search);
      next.set(name, value);
      const drawer = entryOf(pathname, name, value);
      setSearch(next, { state: { ...keptOf(state), drawer }, preventScrollReset: true });
    },
    [search, setSearch, pathname, state],
  );
}

/** Keeps in the URL which drawer is open, so that it can be linked to and Back closes it; the same until the page moves. */
export function useDrawerParam(name: string): DrawerParam {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { key, pathname, state } = useLocation();
  const openDrawer = useOpenDrawer();
  const closed = useRef("");
  const value = search.get(name);
  const open = useCallback((next: string) => openDrawer(name, next), [openDrawer, name]);
  const close = useCallback(() => {
    // Going back takes a moment: a second press must not go back twice, to another record.
    if (value === null || closed.current === key) return;
    closed.current = key;
    const kept = keptOf(state);
    if ("drawer" in kept && kept.drawer === entryOf(pathname, name, value)) {
      void navigate(-1);
      return;
    }
    const next = new URLSearchParams(search);
    next.delete(name);
    setSearch(next, { replace: true, state: kept, preventScrollReset: true });
  }, [value, key, state, pathname, name, search, navigate, setSearch]);
  return useMemo(() => ({ value, open, close }), [value, open, close]);
}

// Which entry of the browser's history a drawer was opened by: only then the one before it is the page without it.
function entryOf(pathname: string, name: string, value: string): string {
  return `${pathname} ${name}=${value}`;
}

// The list that a profile was opened from stands in the entry's state as well.
function keptOf(state: unknown): object {
  return typeof state === "object" && state !== null ? state : {};
}
