import { useGraphiQL } from "@graphiql/react";
import { useSyncExternalStore } from "react";

interface Editor {
  getValue: () => string;
  onDidChangeModelContent: (listener: () => void) => { dispose: () => void };
}

function useTextOf(editor: Editor | undefined): string {
  return useSyncExternalStore(
    (listener) => {
      const listening = editor?.onDidChangeModelContent(listener);
      return () => listening?.dispose();
    },
    () => editor?.getValue() ?? "",
  );
}

/** The current content of the editors; the editor's own tabs know it only after typing. */
export function useOperationAtHand(): { query: string; variables: string } {
  const query = useTextOf(useGraphiQL((state) => state.queryEditor));
  const variables = useTextOf(useGraphiQL((state) => state.variableEditor));
  return { query, variables };
}
