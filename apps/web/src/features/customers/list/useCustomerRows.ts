import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { useShownRows } from "../../../keyset/useShownRows.js";
import { useViewer } from "../../../session/viewer.js";
import { customerRowsOf, metricsOf } from "./customerRows.js";
import { type ListParams, toVariables } from "./listParams.js";

/** The rows that answer a question; those of the question before stay until the first have come. */
export function useCustomerRows(question: ListParams) {
  const client = useApolloClient();
  const viewer = useViewer();
  const listVariables = toVariables(question, viewer.id, viewer.today);
  const variables = { ...listVariables, ...metricsOf(viewer.permissions) };
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that they do.
  const list = useMemo(() => customerRowsOf(client, variables), [client, key]);
  const { shown, stale } = useShownRows(list);
  return { list, shown, stale, key, listVariables };
}
