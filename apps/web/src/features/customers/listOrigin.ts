import type { Location } from "react-router";

/**
 * Where a profile was opened from, carried in the history entry: a link from a list gives
 * `state={listOrigin}`, so that the profile can lead back to it and on to its neighbours.
 */
export interface ListOrigin {
  /** The list's path and search, as it stood. */
  list: string;
  /** The customers around the one opened, in the list's order. */
  ids: readonly string[];
  /** The history entry of the list, under which it keeps where it was scrolled to. */
  entry?: string;
}

/** The list that a location was reached from, if it is known. */
export function listOriginOf({ state }: Location<unknown>): ListOrigin | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  if (!("list" in state) || !("ids" in state)) return undefined;
  const { list, ids } = state;
  const entry = "entry" in state && typeof state.entry === "string" ? state.entry : undefined;
  if (typeof list !== "string" || !list.startsWith("/") || !Array.isArray(ids)) return undefined;
  return { list, ids: ids.filter((id) => typeof id === "string"), entry };
}

/** The history state of a link back to the list, which then opens where it was left. */
export const backTo = (origin: ListOrigin | undefined): { listEntry?: string } => ({
  listEntry: origin?.entry,
});

/** The history entry whose place a list takes: the one it is a way back to, else its own. */
export function listEntryOf({ key, state }: Location<unknown>): string {
  const back = typeof state === "object" && state !== null && "listEntry" in state;
  return back && typeof state.listEntry === "string" ? state.listEntry : key;
}

/** The customers before and after one in the list it was opened from. */
export function neighboursOf(
  origin: ListOrigin | undefined,
  id: string,
): { previous?: string; next?: string; place?: number; of?: number } {
  const at = origin?.ids.indexOf(id) ?? -1;
  if (!origin || at < 0) return {};
  return {
    previous: origin.ids[at - 1],
    next: origin.ids[at + 1],
    place: at + 1,
    of: origin.ids.length,
  };
}
