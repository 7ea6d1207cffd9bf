import { useQuery, useSubscription } from "@apollo/client/react";
import { useEffect } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ImportPage_ImportFragment } from "../../gql/graphql.js";
import { isActive } from "./frame/importSteps.js";

/** For networks that let no socket through. */
const slowLookMs = 5000;

/** All that the page of an import and its steps show, but the rows. */
export const importFragment = graphql(`
  fragment ImportPage_import on Import {
    id
    recordType
    status
    fileName
    columns {
      index
      status
      filledRows
    }
    result {
      created
    }
    ...EarlierNote_import
    ...FileStep_import
    ...MatchStep_import
    ...ReviewStep_import
    ...RunStep_import
    ...ResultStep_import
  }
`);

const query = graphql(`
  query ImportPage($id: ID!) {
    import(id: $id) {
      id
      ...ImportPage_import
    }
  }
`);

const subscription = graphql(`
  subscription ImportPageProgress($id: ID!) {
    importProgress(id: $id) {
      id
      ...ImportPage_import
    }
  }
`);

/** An import as its page shows it. */
export type ShownImport = ImportPage_ImportFragment;

/** An import, now and after each progress. */
export function useImport(id: string) {
  const { data, error, loading, refetch, startPolling, stopPolling } = useQuery(query, {
    variables: { id },
    skipPollAttempt: () => document.visibilityState === "hidden",
  });
  const found = readFragment(importFragment, data?.import);
  const isMoving = found ? isActive(found.status) : false;
  // Its data updates the cache, and so the query above.
  useSubscription(subscription, { variables: { id }, skip: !found, ignoreResults: true });
  useEffect(() => {
    if (!isMoving) return;
    startPolling(slowLookMs);
    return stopPolling;
  }, [isMoving, startPolling, stopPolling]);
  return {
    shown: found ?? undefined,
    missing: data !== undefined && !data.import,
    error: found ? undefined : error,
    loading,
    retry: () => void refetch(),
  };
}
