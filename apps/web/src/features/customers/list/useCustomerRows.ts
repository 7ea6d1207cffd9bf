import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { useShownRows } from "../../../keyset/useShownRows.js";
import { useViewer } from "../../../session/viewer.js";
import { useStableValue } from "../../../ui/useStableValue.js";
import { customerRowsOf, metricsOf } from "./customerRows.js";
import { type ListParams, toVariables } from "./listParams.js";

/**
 * The rows of a search and its filters; those of the one before stay until the first have come.
 * @param columns those on screen
 */
export function useCustomerRows(listParams: ListParams, columns: readonly string[]) {
  const client = useApolloClient();
  const viewer = useViewer();
  const listVariables = toVariables(listParams, viewer.id, viewer.today);
  const variables = useStableValue({
    ...listVariables,
    ...metricsOf(viewer.permissions, columns),
  });
  const list = useMemo(() => customerRowsOf(client, variables), [client, variables]);
  const { shown, stale } = useShownRows(list);
  return { list, shown, stale, key: JSON.stringify(variables), listVariables };
}
