import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

/** A drawer that the URL holds: what it shows, and how to open and close it. */
export interface DrawerParam {
  value: string | null;
  open: (value: string) => void;
  close: () => void;
}

/** Opens any drawer of the page by its name in the URL. The function stays the same for the life of the component. */
export function useOpenDrawer(): (name: string, value: string) => void {
  const page = usePage();
  return useCallback(
    (name, value) => {
      const { search, setSearch, pathname, state } = page.current;
      const next = new URLSearchParams(search);
      next.set(name, value);
      const drawer = entryOf(pathname, name, value);
      setSearch(next, { state: { ...keptOf(state), drawer }, preventScrollReset: true });
    },
    [page],
  );
}

/**
 * Keeps in the URL which drawer is open, so that it can be linked to and Back closes it. `open` and `close` stay the same
 * for the life of the component: columns and callbacks that use them need not be made again.
 */
export function useDrawerParam(name: string): DrawerParam {
  const page = usePage();
  const openDrawer = useOpenDrawer();
  const closed = useRef("");
  const open = useCallback((value: string) => openDrawer(name, value), [openDrawer, name]);
  const close = useCallback(() => {
    const { search, setSearch, navigate, key, pathname, state } = page.current;
    const value = search.get(name);
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
  }, [page, name]);
  const value = useSearchParams()[0].get(name);
  return useMemo(() => ({ value, open, close }), [value, open, close]);
}

// Where the page is, for functions that are called later and must not change with each navigation.
function usePage() {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { key, pathname, state } = useLocation();
  const now = { search, setSearch, navigate, key, pathname, state };
  const page = useRef(now);
  useLayoutEffect(() => {
    page.current = now;
  });
  return page;
}

// Which entry of the browser's history a drawer was opened by: only then the one before it is the page without it.
function entryOf(pathname: string, name: string, value: string): string {
  return `${pathname} ${name}=${value}`;
}

// The list that a profile was opened from stands in the entry's state as well.
function keptOf(state: unknown): object {
  return typeof state === "object" && state !== null ? state : {};
}
