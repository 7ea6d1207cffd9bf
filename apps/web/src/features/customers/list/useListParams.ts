import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useViewer } from "../../../session/viewer.js";
import { type ListParams, readListParams, writeListParams } from "./listParams.js";

/** The parameters of the list in the URL, and a function to change them. */
export function useListParams(): [
  listParams: ListParams,
  setListParams: (listParams: ListParams) => void,
] {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const { permissions } = useViewer();
  const listParams = useMemo(
    () => readListParams(new URLSearchParams(text), permissions),
    [text, permissions],
  );
  const setListParams = useCallback(
    (next: ListParams) =>
      setParams((current) => writeListParams(next, current), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return [listParams, setListParams];
}
