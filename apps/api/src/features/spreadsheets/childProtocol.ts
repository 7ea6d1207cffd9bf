import type { ReadLimits } from "./limits.js";
import { type FileErrorCode, fileMessages } from "./messages/fileMessages.js";
import type { ReadErrorParams } from "./readError.js";
import type { Row } from "./row.js";
import type { FileInspection, Inspection, ReadSummary, SheetChoice } from "./sheetChoice.js";

/** A request of the parent: one JSON line on the child's standard input, which then stays open. */
export interface ChildRequest {
  task: "inspect" | "rows";
  path: string;
  choice: SheetChoice;
  limits: ReadLimits;
  knownHeaders: string[];
}

/** Responses of the child: JSON lines on its standard output, the last one `end` or `failed`. */
export type ChildMessage =
  | { type: "inspection"; inspection: FileInspection }
  | { type: "rows"; rows: Row[] }
  | { type: "end"; summary: ReadSummary | null }
  | {
      type: "failed";
      code: FileErrorCode;
      params: ReadErrorParams;
      seen: Inspection | null;
      detail: string;
    };

/** Whether a parsed line is one of the child's messages; rows are not validated, as the child made them. */
export function isChildMessage(value: unknown): value is ChildMessage {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  switch (value.type) {
    case "inspection":
      return "inspection" in value && typeof value.inspection === "object";
    case "rows":
      return "rows" in value && Array.isArray(value.rows);
    case "end":
      return "summary" in value;
    case "failed":
      return (
        "code" in value && typeof value.code === "string" && Object.hasOwn(fileMessages, value.code)
      );
    default:
      return false;
  }
}
