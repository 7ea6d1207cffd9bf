import { useT } from "../../../i18n/useT.js";
import { useSheet } from "../useSheet.js";
import type { Issue, ShownColumn } from "./importRows.js";

/** Says an issue as a sentence that names its field, and what the field takes where that is a list. */
export function useRowIssue(columns: readonly ShownColumn[]): (issue: Issue) => string {
  const t = useT();
  const { labelOf, choicesOf } = useSheet();
  return ({ column, code, message }) => {
    const field = columns.find(({ index }) => index === column)?.field;
    if (!field) return message.charAt(0).toLocaleUpperCase() + message.slice(1);
    const said = `${labelOf(field)}: ${message}`;
    const choices = code === "invalid_choice" ? choicesOf(field) : [];
    return choices.length > 0
      ? t("import.allowed", { message: said, values: choices.join(", ") })
      : said;
  };
}
