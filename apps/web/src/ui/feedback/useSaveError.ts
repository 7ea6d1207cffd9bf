import { useCallback, useEffect, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { ConnectionFailed } from "../connection.js";
import { sayFailure } from "./apiError.js";

/** Why a value that is edited in its place was not saved. */
export interface SaveError {
  error: string | undefined;
  /** Says what is wrong, or that nothing is. */
  setError: (error: string | undefined) => void;
  /** Says what a save threw. */
  reportFailure: (failure: unknown) => void;
}

// Those who save in several steps wrap what one of them threw.
const isOfConnection = (failure: unknown): boolean =>
  failure instanceof ConnectionFailed ||
  (failure instanceof Error && failure.cause instanceof ConnectionFailed);

/** Keeps the error of a save as a sentence; one of the connection goes when the connection is back. */
export function useSaveError(): SaveError {
  const t = useT();
  const [state, setState] = useState<{ error?: string; ofConnection?: boolean }>({});
  const setError = useCallback((error: string | undefined) => setState({ error }), []);
  const { error, ofConnection } = state;
  useEffect(() => {
    if (!ofConnection) return undefined;
    const clear = () => setError(undefined);
    window.addEventListener("online", clear);
    return () => window.removeEventListener("online", clear);
  }, [ofConnection, setError]);
  return {
    error,
    setError,
    reportFailure: (failure) =>
      setState({
        error: sayFailure(failure) ?? t("ui.notSaved"),
        ofConnection: isOfConnection(failure),
      }),
  };
}
