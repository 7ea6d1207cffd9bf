import { isErrorLiteral } from "@clientela/shared/formulaText";
import { columnOf, givenBy, type SheetColumn, type SheetSchema } from "@clientela/shared/sheet";
import { type Conventions, PLAIN } from "@clientela/shared/sheetConventions";
import { type CellValue, parseCell } from "@clientela/shared/sheetValues";
import type { ReadRow, RowIssue } from "../../platform/sheets/importer.js";
import { conventionsOf } from "./import.conventions.js";
import { unescaperOf } from "./import.escapes.js";
import { isReasonHeader } from "./import.reason.js";
import type { StoredColumn } from "./import.stored.js";
import { issueMessages } from "./reading/messages.js";
import { kindOf, type Row } from "./reading/row.js";

interface MappedColumn {
  index: number;
  column: SheetColumn;
  conventions: Conventions;
}

/** A row whose cells were read, and what is wrong with them. */
export interface ParsedRow extends ReadRow {
  issues: RowIssue[];
}

/** Prepares the reading of cells by the columns' fields; `isText` files write a formula's text escaped. */
export function rowParser(schema: SheetSchema, columns: readonly StoredColumn[], isText: boolean) {
  // A file of rows to be mended holds the failed formulas of its original as text.
  const failsAsText = isText || columns.some(({ header }) => isReasonHeader(header));
  const mapped: MappedColumn[] = columns.flatMap(({ index, field, conventions }) => {
    const column = field === null ? undefined : columnOf(schema, field);
    if (!column) return [];
    // What has to be there may be in another column: it is looked for in the row as a whole.
    const asFound = { ...column, required: false };
    return [{ index, column: asFound, conventions: conventionsOf(conventions) }];
  });
  const cellText = unescaperOf(schema, columns);
  const here = new Set(mapped.map(({ column }) => column.key));
  const places = new Map(schema.columns.map(({ key }) => [key, givenBy(schema, key, here)]));
  const joined = schema.columns.filter(({ key }) => places.get(key)?.some((from) => from !== key));

  return (row: Row): ParsedRow => {
    const fields: Record<string, CellValue | null> = {};
    const numeric = new Set<string>();
    const issues: RowIssue[] = [];
    const told = new Set<number | null>();
    for (const { column: at, code, value } of row.issues ?? []) {
      const { severity } = issueMessages[code];
      if (severity === "error") told.add(at);
      const field = mapped.find(({ index }) => index === at)?.column.key ?? null;
      if (at !== null && field === null) continue;
      issues.push({ field, code, severity, ...(value === undefined ? {} : { value }) });
    }
    for (const { index, column, conventions } of mapped) {
      const raw = row.cells[index] ?? "";
      const kind = kindOf(row, index);
      if (told.has(index)) continue;
      if (failsAsText && isErrorLiteral(raw)) {
        issues.push({ field: column.key, code: "cellError", severity: "error", value: raw });
        continue;
      }
      const text = isText ? cellText(raw) : raw;
      const parsed = parseCell(column, text, kind === "t" ? conventions : PLAIN);
      if ("issue" in parsed) {
        issues.push({
          field: column.key,
          severity: "error",
          ...parsed.issue,
        });
        continue;
      }
      fields[column.key] = parsed.value;
      if (kind === "n") numeric.add(column.key);
    }
    for (const whole of joined) joinParts(whole, places.get(whole.key) ?? [], fields, issues);
    for (const { key, required } of schema.columns) {
      if (!required || (fields[key] ?? null) !== null) continue;
      const [place = key, ...rest] = places.get(key) ?? [];
      if (issues.some(({ field }) => field !== null && [place, ...rest].includes(field))) continue;
      issues.push({ field: place, code: "required", severity: "error" });
    }
    return { fields, numeric, issues };
  };
}

// What a column's parts say, put together, is its value where it has none.
function joinParts(
  whole: SheetColumn,
  places: readonly string[],
  fields: Record<string, CellValue | null>,
  issues: RowIssue[],
): void {
  const parts = places.filter((field) => field !== whole.key);
  const texts = parts.flatMap((field) => fields[field] ?? []);
  for (const field of parts) delete fields[field];
  const isWhole = issues.some(({ field }) => field === whole.key) || fields[whole.key] != null;
  if (isWhole || texts.length === 0) return;
  const parsed = parseCell(whole, texts.join(" "), PLAIN);
  if ("value" in parsed) fields[whole.key] = parsed.value;
  else issues.push({ field: parts[0] ?? whole.key, severity: "error", ...parsed.issue });
}
