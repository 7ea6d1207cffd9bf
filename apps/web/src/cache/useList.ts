import type { DocumentNode, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useRef } from "react";

/** A page of a list as the API returns it. */
export interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount: number;
}

/** The variables of a list query. */
export interface ListCall {
  document: DocumentNode;
  variables: object;
}

/** A list as a grid takes it. */
export interface List<Data, Node> {
  rows: readonly Node[];
  total: number;
  loading: boolean;
  /** Why nothing could be loaded at all. */
  error: unknown;
  retry: () => void;
  /** Asks for more of the list, down to a row. */
  need: (range: { last: number }) => void;
  /** The whole result: of these variables, or of the previous ones while these load. */
  data: Data | undefined;
  call: ListCall;
}

/**
 * A list that belongs to a record and grows by its cursors. The query takes `$after`; `pick` finds
 * the connection in its result. While a filter changes, the rows of the last one stay.
 */
export function useList<
  Data,
  Variables extends OperationVariables & { after?: string | null },
  Node,
>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node> | null | undefined,
): List<Data, Node> {
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery<Data, Variables>(
    document,
    { variables, notifyOnNetworkStatusChange: true },
  );
  const growing = useRef<string>(undefined);
  const shown = data ?? previousData;
  const connection = shown === undefined ? undefined : pick(shown as Data);
  const rows = connection?.edges.map(({ node }) => node) ?? [];

  function need({ last }: { last: number }) {
    const { hasNextPage, endCursor } = connection?.pageInfo ?? {};
    if (!data || !hasNextPage || !endCursor || last < rows.length) return;
    if (growing.current === endCursor) return;
    growing.current = endCursor;
    fetchMore({ variables: { ...variables, after: endCursor } }).catch(() => {
      growing.current = undefined;
    });
  }

  return {
    rows,
    total: connection?.totalCount ?? 0,
    loading,
    error: connection ? undefined : error,
    retry: () => void refetch(),
    need,
    data: shown as Data | undefined,
    call: { document, variables },
  };
}
