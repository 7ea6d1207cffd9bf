import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { CreateExportInput, ExportState_ExportFragment } from "../../../gql/graphql.js";

const stateFragment = graphql(`
  fragment ExportState_export on Export {
    id
    recordType
    search
    filter
    includeArchived
    status
    rows
    fileName
    url
    sha256
  }
`);

const create = graphql(`
  mutation CreateExport($input: CreateExportInput!) {
    createExport(input: $input) {
      export {
        ...ExportState_export
      }
    }
  }
`);

const look = graphql(`
  query ExportState($id: ID!) {
    export(id: $id) {
      ...ExportState_export
    }
  }
`);

const pauseMs = 500;

/** How far an export is. */
export type ExportState = ExportState_ExportFragment;

/** Starts exports and follows the last one until its file is ready. */
export function useExport() {
  const client = useApolloClient();
  const [state, setState] = useState<ExportState | null>(null);
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  async function follow(id: string) {
    while (!gone.current) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const { data } = await client.query({
        query: look,
        variables: { id },
        fetchPolicy: "network-only",
      });
      const next = data?.export ? readFragment(stateFragment, data.export) : null;
      if (gone.current || !next) return;
      setState(next);
      if (next.status !== "RUNNING") return;
    }
  }

  async function start(input: CreateExportInput) {
    setStarting(true);
    setFailure(undefined);
    setState(null);
    try {
      const { data } = await client.mutate({
        mutation: create,
        variables: { input },
        update: (cache) => {
          cache.evict({ id: "ROOT_QUERY", fieldName: "exports" });
        },
      });
      if (!data) return;
      const first = readFragment(stateFragment, data.createExport.export);
      setState(first);
      if (first.status === "RUNNING") await follow(first.id);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setStarting(false);
    }
  }

  return { state, busy: starting, failure, start };
}
