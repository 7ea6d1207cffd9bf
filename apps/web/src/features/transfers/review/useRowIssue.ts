import { useSheet } from "../useSheet.js";
import type { Issue, ShownColumn } from "./importRows.js";

/** Says an issue as a sentence that names its field. */
export function useRowIssue(columns: readonly ShownColumn[]): (issue: Issue) => string {
  const { labelOf } = useSheet();
  return ({ column, message }) => {
    const field = columns.find(({ index }) => index === column)?.field;
    if (!field) return message.charAt(0).toLocaleUpperCase() + message.slice(1);
    return `${labelOf(field)}: ${message}`;
  };
}
