import { useEffect } from "react";

/** Loads a list to its end, page by page: for a choice that has to offer all there is. */
export function useEveryPage(
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined,
  fetchMore: (options: { variables: { after: string } }) => Promise<unknown>,
): void {
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
  useEffect(() => {
    // What fails here is requested again when the field is opened again; what is there can be chosen.
    if (next) fetchMore({ variables: { after: next } }).catch(() => undefined);
  }, [next, fetchMore]);
}
