import { currentLanguage } from "../../../i18n/i18n.js";
import { useT } from "../../../i18n/useT.js";
import { choicesOf, fieldLabel } from "../sheetFields.js";
import type { Issue, ShownColumn } from "./importRows.js";

/** Says an issue as a sentence that names its field, and what the field takes where that is a list. */
export function useRowIssue(columns: readonly ShownColumn[]): (issue: Issue) => string {
  const t = useT();
  const language = currentLanguage();
  return ({ column, code, message }) => {
    const field = columns.find(({ index }) => index === column)?.field;
    if (!field) return message;
    const said = `${fieldLabel(field, language)}: ${message}`;
    const choices = code === "invalid_choice" ? choicesOf(field, language) : [];
    return choices.length > 0
      ? t("import.allowed", { message: said, values: choices.join(", ") })
      : said;
  };
}
