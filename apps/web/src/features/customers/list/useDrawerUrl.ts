import { useCallback } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

/**
 * A drawer whose being open is part of the URL: Back closes it, and a link opens it. Closing one
 * that was opened here steps back, so that the history does not fill with opened drawers.
 */
export function useDrawerUrl(
  name: string,
): [value: string | null, open: (value: string) => void, close: () => void] {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const openedHere = isOpenedHere(location.state);

  const open = useCallback(
    (value: string) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          next.set(name, value);
          return next;
        },
        { state: { drawer: true }, preventScrollReset: true },
      ),
    [name, setParams],
  );

  const close = useCallback(() => {
    if (openedHere) {
      void navigate(-1);
      return;
    }
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [name, navigate, openedHere, setParams]);

  return [params.get(name), open, close];
}

function isOpenedHere(state: unknown): boolean {
  return typeof state === "object" && state !== null && "drawer" in state;
}
