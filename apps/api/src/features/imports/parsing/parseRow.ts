import { sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import {
  columnOf,
  givenBy,
  partsOf,
  type SheetColumn,
  type SheetSchema,
} from "@clientela/shared/sheets/sheet";
import { PLAIN } from "@clientela/shared/sheets/sheetConventions";
import { joinTags } from "@clientela/shared/sheets/sheetTags";
import { type CellValue, parseCell } from "@clientela/shared/sheets/sheetValues";
import type { ReadRow, RowIssue } from "../../../platform/sheets/importer.js";
import { issueMessages } from "../../spreadsheets/messages/issueMessages.js";
import { kindOf, type Row } from "../../spreadsheets/row.js";
import { isReasonHeader } from "../review/reasonHeader.js";
import { columnsTo, type StoredColumn } from "../storedImport.js";
import { conventionsOf } from "./conventions.js";
import { unescaperOf } from "./escapes.js";
import { type CellReading, type MappedColumn, readCell, saysAlready } from "./parseCells.js";

/** A row whose cells were read, and what is wrong with them. */
export interface ParsedRow extends ReadRow {
  issues: RowIssue[];
  /** The columns that fields were taken from, where they are not the first ones of theirs. */
  stoodIn: ReadonlyMap<string, number>;
}

/** A row while it is read. */
interface Draft {
  fields: Record<string, CellValue | null>;
  numeric: Set<string>;
  issues: RowIssue[];
  stoodIn: Map<string, number>;
}

/** A field that columns of the file go to, in the order in which they are looked at. */
interface MappedField {
  column: SheetColumn;
  /** The field that takes what is found besides its first value. */
  further: SheetColumn | undefined;
  from: readonly MappedColumn[];
}

/** A field whose value may stand in several fields of the file: a name in its parts. */
interface WholeField {
  column: SheetColumn;
  parts: readonly string[];
  /** Whether the parts count before the whole. */
  partsFirst: boolean;
}

// The fields of the sheet, and those of ids in one other system that columns go to.
function fieldsOf(schema: SheetSchema, columns: readonly StoredColumn[]): SheetColumn[] {
  const sourced = new Set(
    columns.flatMap(({ field }) => (sourceOfField(field) === null ? [] : (field ?? []))),
  );
  return [...schema.columns, ...[...sourced].flatMap((field) => columnOf(schema, field) ?? [])];
}

function mappedFields(schema: SheetSchema, columns: readonly StoredColumn[]): MappedField[] {
  return fieldsOf(schema, columns).flatMap((column) => {
    const from = columnsTo(columns, column.key).map(
      ({ index, header, conventions, reason, meanings }, at): MappedColumn => ({
        index,
        header,
        // What has to be there may be in another column: it is looked for in the row as a whole.
        column: { ...column, required: false },
        conventions: conventionsOf(conventions),
        isChosen: reason === "chosen",
        meanings,
        isFallback: at > 0,
      }),
    );
    const further = column.furtherIn ? columnOf(schema, column.furtherIn) : undefined;
    return from.length > 0 ? [{ column, further, from }] : [];
  });
}

/** Prepares the reading of cells by the columns' fields; `isText` files write a formula's text escaped. */
export function rowParser(schema: SheetSchema, columns: readonly StoredColumn[], isText: boolean) {
  const cellText = unescaperOf(schema, columns);
  const reading: CellReading = {
    plainText: isText ? cellText : (text) => text,
    // A file of rows to be fixed holds the failed formulas of its original as text.
    failsAsText: isText || columns.some(({ header }) => isReasonHeader(header)),
  };
  const mapped = mappedFields(schema, columns);
  const here = new Set(mapped.map(({ column }) => column.key));
  const places = new Map(schema.columns.map(({ key }) => [key, givenBy(schema, key, here)]));
  const wholes = schema.columns.flatMap((column): WholeField[] => {
    const parts = partsOf(schema, column.key)
      .map(({ key }) => key)
      .filter((key) => here.has(key));
    const partsFirst = (columnsTo(columns, column.key)[0]?.place ?? 1) > 0;
    return parts.length > 0 ? [{ column, parts, partsFirst }] : [];
  });
  const lineFields = mapped.flatMap(({ column }) => (column.ofLine ? [column.key] : []));
  const fieldAt = new Map(
    mapped.flatMap(({ from }) => from.map((one) => [one.index, one] as const)),
  );
  const firstHeaders = Object.fromEntries(
    mapped.map(({ column, from }) => [column.key, from[0]?.header ?? ""]),
  );

  return (row: Row): ParsedRow => {
    const draft: Draft = { fields: {}, numeric: new Set(), issues: [], stoodIn: new Map() };
    const failed = new Set<number>();
    for (const { column: at, code, value } of row.issues ?? []) {
      const { severity } = issueMessages[code];
      const to = at === null ? undefined : fieldAt.get(at);
      if (at !== null && !to) continue;
      if (to && severity === "error") failed.add(to.index);
      const issue = { code, severity, ...(value === undefined ? {} : { value }) };
      draft.issues.push(to ? ofCell(to, issue) : { field: null, ...issue });
    }
    for (const field of mapped) readField(row, field, reading, failed, draft);
    for (const whole of wholes) joinParts(whole, draft);
    const isLine = lineFields.some((key) => (draft.fields[key] ?? null) !== null);
    for (const { key, required } of schema.columns) {
      if (!required || (draft.fields[key] ?? null) !== null) continue;
      // The first row of a document says it for those of its further lines.
      if (isLine && key !== "number") continue;
      const [place = key, ...rest] = places.get(key) ?? [];
      const isReported = draft.issues.some(
        ({ field, severity }) =>
          severity === "error" && field !== null && [place, ...rest].includes(field),
      );
      if (!isReported) draft.issues.push({ field: place, code: "required", severity: "error" });
    }
    const { stoodIn } = draft;
    const headers = stoodIn.size === 0 ? firstHeaders : headersOf(stoodIn);
    return { ...draft, headers };
  };

  function headersOf(stoodIn: ReadonlyMap<string, number>): Record<string, string> {
    const other = [...stoodIn].map(([field, at]) => [field, fieldAt.get(at)?.header ?? ""]);
    return { ...firstHeaders, ...Object.fromEntries(other) };
  }
}

/** An issue of a cell; which of a field's columns it stands in is said where it is not the first. */
const ofCell = (
  { index, column, isFallback }: MappedColumn,
  issue: Omit<RowIssue, "field" | "column">,
): RowIssue => ({ field: column.key, ...(isFallback && { column: index }), ...issue });

const notKept = (values: readonly string[]) =>
  ({ code: "value_not_kept", severity: "warning", value: values.join("; ") }) as const;

// The first column that has a value counts. What the others say besides is joined where the field takes it, goes to the
// field for further values where there is one, and is named otherwise.
function readField(
  row: Row,
  { column, from, further }: MappedField,
  reading: CellReading,
  failed: ReadonlySet<number>,
  { fields, numeric, issues, stoodIn }: Draft,
): void {
  let isTaken = false;
  for (const one of from) {
    if (failed.has(one.index)) {
      isTaken = true;
      continue;
    }
    const { value, rest, issue } = readCell(row, one, reading);
    // Next to a value that is taken, another one that is no value is only not kept.
    if (issue && !(isTaken && one.isFallback)) {
      issues.push(ofCell(one, issue));
      if (issue.severity === "error") isTaken = true;
    }
    const unkept = issue && isTaken && one.isFallback ? [issue.value ?? ""] : [...rest];
    if (value !== null && !isTaken && fields[column.key] == null) {
      fields[column.key] = value;
      isTaken = true;
      if (kindOf(row, one.index) === "n") numeric.add(column.key);
      if (one.isFallback) stoodIn.set(column.key, one.index);
    } else if (value !== null && !saysAlready(column, fields[column.key], value)) {
      if (!join(column, fields, value)) unkept.unshift(textOf(value));
    }
    const said = unkept.filter(
      (text) =>
        !saysAlready(column, fields[column.key], text) && !(further && keep(further, fields, text)),
    );
    if (said.length > 0) issues.push(ofCell(one, notKept(said)));
    fields[column.key] ??= null;
  }
}

// One more e-mail address or phone; false where it is none, or where there are too many.
function keep(
  further: SheetColumn,
  fields: Record<string, CellValue | null>,
  text: string,
): boolean {
  const parsed = parseCell(further, joinTags([text]), PLAIN);
  if (!("value" in parsed) || parsed.value === null) return false;
  const kept = fields[further.key];
  if (kept == null) {
    fields[further.key] = parsed.value;
    return true;
  }
  return join(further, fields, parsed.value);
}

const textOf = (value: CellValue): string =>
  Array.isArray(value) ? value.join(", ") : String(value);

// Texts and tags of several columns are all kept, as far as they fit.
function join(
  column: SheetColumn,
  fields: Record<string, CellValue | null>,
  value: CellValue,
): boolean {
  const kept = fields[column.key];
  if (column.several !== "join" || kept == null) return false;
  const both = Array.isArray(kept)
    ? [...kept, ...(Array.isArray(value) ? value : [textOf(value)])]
    : `${kept}${column.lines === "paragraphs" ? "\n\n" : " – "}${textOf(value)}`;
  const parsed = parseCell(column, Array.isArray(both) ? joinTags(both) : both, PLAIN);
  if (!("value" in parsed)) return false;
  fields[column.key] = parsed.value;
  return true;
}

// What a column's parts say, put together, is its value where it has none.
function joinParts({ column, parts, partsFirst }: WholeField, { fields, issues }: Draft): void {
  const texts = parts.flatMap((field) => fields[field] ?? []).map(textOf);
  for (const field of parts) delete fields[field];
  if (texts.length === 0) return;
  const own = fields[column.key] ?? null;
  const joined = texts.join(" ");
  const [part = column.key] = parts;
  const isFaulty = issues.some(
    ({ field, severity }) => field === column.key && severity === "error",
  );
  if (isFaulty || (own !== null && !partsFirst)) {
    if (!saysAlready(column, own, joined)) issues.push({ field: part, ...notKept([joined]) });
    return;
  }
  const parsed = parseCell(column, joined, PLAIN);
  if ("issue" in parsed) {
    issues.push({ field: part, severity: "error", ...parsed.issue });
    return;
  }
  fields[column.key] = parsed.value;
  if (own !== null && !saysAlready(column, parsed.value, own)) {
    issues.push({ field: column.key, ...notKept([textOf(own)]) });
  }
}
