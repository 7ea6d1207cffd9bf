import { useEffect } from "react";
import { useLocation } from "react-router";
import { type ListOrigin, listOriginOf } from "../../features/customers/listOrigin.js";

// Links inside of a profile carry no origin, so the last one is kept for as long as the page lives.
let last: ListOrigin | undefined;

/** The list that this profile was opened from, also after moves between its tabs. */
export function useListOrigin(customerId: string): ListOrigin | undefined {
  const location = useLocation();
  const given = listOriginOf(location);
  useEffect(() => {
    if (given) last = given;
  }, [given]);
  return given ?? (last?.ids.includes(customerId) ? last : undefined);
}
