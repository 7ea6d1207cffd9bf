import { useSheet } from "../../useSheet.js";
import type { Issue, ShownColumn } from "./importRows.js";

/** Says an issue as a sentence that names its field. */
export function useRowIssue(columns: readonly ShownColumn[]): (issue: Issue) => string {
  const { labelOf } = useSheet();
  return ({ column, message }) => {
    const said = columns.find(({ index }) => index === column);
    if (!said?.field) return message.charAt(0).toLocaleUpperCase() + message.slice(1);
    const label = labelOf(said.field);
    return `${said.fallback ? `${label} (${said.header})` : label}: ${message}`;
  };
}
