import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";

/** A record that a drawer shows, and what became of loading it. */
export interface LoadedRecord<Found> {
  found: Found | undefined;
  /** Whether it was deleted in the meantime. */
  gone: boolean;
  error: unknown;
  retry: () => void;
}

/** Loads a record for a drawer; `pick` finds it in the result. */
export function useRecord<Data, Variables extends OperationVariables, Found>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Found | null | undefined,
): LoadedRecord<Found> {
  const { data, error, refetch } = useQuery<Data, Variables>(query, { variables });
  const found = data === undefined ? undefined : (pick(data as Data) ?? undefined);
  return {
    found,
    gone: data !== undefined && found === undefined,
    error,
    retry: () => void refetch(),
  };
}
