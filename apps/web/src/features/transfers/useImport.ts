import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ImportPage_ImportFragment } from "../../gql/graphql.js";
import { isActive } from "./importSteps.js";

const activeMs = 700;
const pausedMs = 3000;

/** All that the page of an import and its steps show, but the rows. */
export const importFragment = graphql(`
  fragment ImportPage_import on Import {
    id
    status
    fileName
    columns {
      index
    }
    result {
      created
    }
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

/** An import as its page shows it. */
export type ShownImport = ImportPage_ImportFragment;

/** An import, asked for again and again while the server is at work on it. */
export function useImport(id: string) {
  const [pollMs, setPollMs] = useState(0);
  const { data, error, loading, refetch } = useQuery(query, {
    variables: { id },
    pollInterval: pollMs,
    skipPollAttempt: () => document.visibilityState === "hidden",
  });
  const found = readFragment(importFragment, data?.import);
  const status = found?.status;
  useEffect(() => {
    const paused = status === "PAUSED";
    setPollMs(status && isActive(status) ? activeMs : paused ? pausedMs : 0);
  }, [status]);
  return {
    shown: found ?? undefined,
    missing: data !== undefined && !data.import,
    error: found ? undefined : error,
    loading,
    retry: () => void refetch(),
  };
}
