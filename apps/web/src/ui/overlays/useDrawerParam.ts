import { useRef } from "react";
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
  return (name, value) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    const drawer = entryOf(pathname, name, value);
    setSearch(next, { state: { ...keptOf(state), drawer }, preventScrollReset: true });
  };
}

/** Keeps in the URL which drawer is open, so that it can be linked to and Back closes it. */
export function useDrawerParam(name: string): DrawerParam {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { key, pathname, state } = useLocation();
  const open = useOpenDrawer();
  const kept = keptOf(state);
  const closed = useRef("");
  const value = search.get(name);
  return {
    value,
    open: (value) => open(name, value),
    close: () => {
      // Going back takes a moment: a second press must not go back twice, to another record.
      if (value === null || closed.current === key) return;
      closed.current = key;
      if ("drawer" in kept && kept.drawer === entryOf(pathname, name, value)) {
        void navigate(-1);
        return;
      }
      const next = new URLSearchParams(search);
      next.delete(name);
      setSearch(next, { replace: true, state: kept, preventScrollReset: true });
    },
  };
}

// Which entry of the browser's history a drawer was opened by: only then the one before it is the page without it.
function entryOf(pathname: string, name: string, value: string): string {
  return `${pathname} ${name}=${value}`;
}

// The list that a profile was opened from stands in the entry's state as well.
function keptOf(state: unknown): object {
  return typeof state === "object" && state !== null ? state : {};
}
