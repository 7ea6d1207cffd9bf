import { useLocation, useNavigate, useSearchParams } from "react-router";

/** A drawer that the URL holds: what it shows, and how to open and close it. */
export interface DrawerParam {
  value: string | null;
  open: (value: string) => void;
  close: () => void;
}

/** Keeps in the URL which drawer is open, so that it can be linked to and Back closes it. */
export function useDrawerParam(name: string): DrawerParam {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const kept = typeof state === "object" && state !== null ? state : {};
  return {
    value: search.get(name),
    open: (value) => {
      const next = new URLSearchParams(search);
      next.set(name, value);
      setSearch(next, { state: { ...kept, drawer: true }, preventScrollReset: true });
    },
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
