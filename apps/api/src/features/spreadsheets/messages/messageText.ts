import type { Locale } from "@clientela/shared/values/locales";
import type { Text } from "../../../platform/errors.js";
import { textIn } from "../../../platform/graph/messages.js";
import { type FileErrorCode, fileMessages, foundMessages } from "./fileMessages.js";
import { type IssueCode, issueMessages } from "./issueMessages.js";

function fill(text: Text, locale: Locale, params: Record<string, string | number>): string {
  return textIn(text, locale).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

const isFound = (found: unknown): found is keyof typeof foundMessages =>
  typeof found === "string" && Object.hasOwn(foundMessages, found);

/** The message for a file's error; `notASpreadsheet` names the detected type. */
export function fileMessage(
  { code, params }: { code: FileErrorCode; params: Record<string, string | number> },
  locale: Locale,
): string {
  const { found } = params;
  const shown = isFound(found)
    ? { ...params, found: textIn(foundMessages[found], locale) }
    : params;
  return fill(fileMessages[code], locale, shown);
}

/** The message for an issue of a row or cell. */
export function issueMessage(
  { code, value = "" }: { code: IssueCode; value?: string },
  locale: Locale,
): string {
  // A row of another length says how many cells it has, of how many.
  const [cells = "", columns = ""] = value.split("/");
  return fill(issueMessages[code], locale, { value, cells, columns });
}
