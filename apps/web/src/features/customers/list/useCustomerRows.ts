import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { useShownRows } from "../../../keyset/useShownRows.js";
import { useViewer } from "../../../session/viewer.js";
import { customerRowsOf, figuresOf } from "./customerRows.js";
import { type ListQuestion, toVariables } from "./listQuestion.js";

/** The rows that answer a question; those of the question before stay until the first have come. */
export function useCustomerRows(question: ListQuestion) {
  const client = useApolloClient();
  const viewer = useViewer();
  const asked = toVariables(question, viewer.id, viewer.today);
  const variables = { ...asked, ...figuresOf(viewer.permissions) };
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that they do.
  const list = useMemo(() => customerRowsOf(client, variables), [client, key]);
  const { shown, stale } = useShownRows(list);
  return { list, shown, stale, key, asked };
}
