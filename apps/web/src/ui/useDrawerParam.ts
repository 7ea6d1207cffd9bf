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
  const { state } = useLocation();
  return (name, value) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { state: { ...keptOf(state), drawer: true }, preventScrollReset: true });
  };
}

/** Keeps in the URL which drawer is open, so that it can be linked to and Back closes it. */
export function useDrawerParam(name: string): DrawerParam {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const open = useOpenDrawer();
  const kept = keptOf(state);
  return {
    value: search.get(name),
    open: (value) => open(name, value),
    close: () => {
      if ("drawer" in kept) {
        void navigate(-1);
        return;
      }
      const next = new URLSearchParams(search);
      next.delete(name);
      setSearch(next, { replace: true, state: kept, preventScrollReset: true });
    },
  };
}

// The list that a profile was opened from stands in the entry's state as well.
function keptOf(state: unknown): object {
  return typeof state === "object" && state !== null ? state : {};
}
