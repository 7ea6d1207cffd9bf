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
import type { FurtherCell, ReadRow, RowIssue } from "../../../platform/sheets/importer.js";
import { issueMessages } from "../../spreadsheets/messages/issueMessages.js";
import { kindOf, type Row } from "../../spreadsheets/row.js";
import { isReasonHeader } from "../review/reasonHeader.js";
import { columnsTo, type StoredColumn } from "../storedImport.js";
import { AREA_CODE, type AreaCodePair, areaCodePairs, unusedAreaCode } from "./areaCodes.js";
import { conventionsOf } from "./conventions.js";
import { isOwnFile, unescaperOf } from "./escapes.js";
import { type CellReading, type MappedColumn, readCell, saysAlready } from "./parseCells.js";

/** A row whose cells were parsed, and its issues. */
export interface ParsedRow extends ReadRow {
  issues: RowIssue[];
  /** The columns that fields were taken from, where these are not the first ones. */
  stoodIn: ReadonlyMap<string, number>;
}

/** A row while it is parsed. */
interface Draft {
  fields: Record<string, CellValue | null>;
  numeric: Set<string>;
  currencies?: Record<string, string>;
  issues: RowIssue[];
  stoodIn: Map<string, number>;
  furtherFrom?: Record<string, FurtherCell>;
}

/** A field and the columns that go to it, in the order of precedence. */
interface MappedField {
  column: SheetColumn;
  /** The field that takes further values. */
  further: SheetColumn | undefined;
  from: readonly MappedColumn[];
}

/** A field whose value may be split across several fields of the file: a name in its parts. */
interface WholeField {
  column: SheetColumn;
  parts: readonly string[];
  /** Whether the parts take precedence over the whole. */
  partsFirst: boolean;
}

// The fields of the sheet, and those of ids in other systems that columns go to.
function fieldsOf(schema: SheetSchema, columns: readonly StoredColumn[]): SheetColumn[] {
  const sourced = new Set(
    columns.flatMap(({ field }) => (sourceOfField(field) === null ? [] : (field ?? []))),
  );
  return [...schema.columns, ...[...sourced].flatMap((field) => columnOf(schema, field) ?? [])];
}

function mappedFields(
  schema: SheetSchema,
  columns: readonly StoredColumn[],
  pairs: readonly AreaCodePair[],
): MappedField[] {
  const paired = new Set(pairs.map(({ areaCodeAt }) => areaCodeAt));
  const areaCodes = new Map(pairs.map(({ phoneAt, areaCodeAt }) => [phoneAt, areaCodeAt]));
  const own = columns.filter(({ index }) => !paired.has(index));
  return fieldsOf(schema, own).flatMap((column) => {
    const from = columnsTo(own, column.key).map(
      ({ index, header, conventions, reason, meanings }, at): MappedColumn => ({
        index,
        header,
        // A required value may be in another column: the row as a whole is checked.
        column: { ...column, required: false },
        conventions: conventionsOf(conventions),
        isChosen: reason === "chosen",
        meanings,
        isFallback: at > 0,
        areaCodeAt: areaCodes.get(index),
      }),
    );
    const further = column.furtherIn ? columnOf(schema, column.furtherIn) : undefined;
    return from.length > 0 ? [{ column, further, from }] : [];
  });
}

/** Prepares the parsing of cells for the columns' fields; `isText` files escape a formula's text. */
export function rowParser(schema: SheetSchema, columns: readonly StoredColumn[], isText: boolean) {
  const cellText = unescaperOf(schema, columns);
  const reading: CellReading = {
    plainText: isText ? cellText : (text) => text,
    // What our own exports have in angle brackets, somebody wrote. Those of JSON Lines are headed by the fields' keys.
    readsHtml: !isOwnFile(schema, columns) && columns.some(({ field, header }) => field !== header),
    // A workbook of failed rows has the failed formulas of its original as text.
    failsAsText: isText || columns.some(({ header }) => isReasonHeader(header)),
  };
  const pairs = areaCodePairs(schema, columns);
  const mapped = mappedFields(schema, columns, pairs);
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
  const firstAreaCode = columnsTo(columns, AREA_CODE)[0];
  const firstHeaders = {
    ...(firstAreaCode && { [AREA_CODE]: firstAreaCode.header }),
    ...Object.fromEntries(mapped.map(({ column, from }) => [column.key, from[0]?.header ?? ""])),
  };

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
    for (const { phoneAt, areaCodeAt } of pairs) {
      const [phone = "", areaCode = ""] = [row.cells[phoneAt], row.cells[areaCodeAt]].map((cell) =>
        cellText(cell ?? ""),
      );
      const unused = unusedAreaCode(phone, areaCode);
      const isFirst = areaCodeAt === firstAreaCode?.index;
      if (unused) draft.issues.push({ ...unused, ...(!isFirst && { column: areaCodeAt }) });
    }
    for (const whole of wholes) joinParts(whole, draft);
    const isLine = lineFields.some((key) => (draft.fields[key] ?? null) !== null);
    for (const { key, required } of schema.columns) {
      if (!required || (draft.fields[key] ?? null) !== null) continue;
      // The first row of a document has these values for its further lines.
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

/** An issue of a cell; it names the column where that is not the field's first one. */
const ofCell = (
  { index, column, isFallback }: MappedColumn,
  issue: Omit<RowIssue, "field" | "column">,
): RowIssue => ({ field: column.key, ...(isFallback && { column: index }), ...issue });

const notKept = (values: readonly string[]) =>
  ({ code: "value_not_kept", severity: "warning", value: values.join("; ") }) as const;

// The first column with a value takes precedence. Values of the others are appended where the field allows it, go to the
// field for further values where there is one, and are named in the plan otherwise.
function readField(
  row: Row,
  { column, from, further }: MappedField,
  reading: CellReading,
  failed: ReadonlySet<number>,
  draft: Draft,
): void {
  const { fields, numeric, issues, stoodIn } = draft;
  let isTaken = false;
  for (const one of from) {
    if (failed.has(one.index)) {
      isTaken = true;
      continue;
    }
    const { value, rest, currency, issue } = readCell(row, one, reading);
    // An invalid value next to a valid one is reported as not kept, and is no error.
    if (issue && !(isTaken && one.isFallback)) {
      issues.push(ofCell(one, issue));
      if (issue.severity === "error") isTaken = true;
    }
    const unkept = issue && isTaken && one.isFallback ? [issue.value ?? ""] : [...rest];
    if (value !== null && !isTaken && fields[column.key] == null) {
      fields[column.key] = value;
      isTaken = true;
      if (currency !== undefined)
        draft.currencies = { ...draft.currencies, [column.key]: currency };
      if (kindOf(row, one.index) === "n") numeric.add(column.key);
      if (one.isFallback) stoodIn.set(column.key, one.index);
    } else if (value !== null && !saysAlready(column, fields[column.key], value)) {
      if (!join(column, fields, value)) unkept.unshift(textOf(value));
    }
    const said = unkept.filter((text) => {
      if (saysAlready(column, fields[column.key], text)) return false;
      if (!further || !keep(further, fields, text)) return true;
      draft.furtherFrom ??= {};
      draft.furtherFrom[further.key] ??= {
        header: one.header,
        ...(one.isFallback && { column: one.index }),
      };
      return false;
    });
    if (said.length > 0) issues.push(ofCell(one, notKept(said)));
    fields[column.key] ??= null;
  }
}

// Adds an e-mail address, phone or tax ID; false where it is invalid, or where there are too many.
function keep(
  further: SheetColumn,
  fields: Record<string, CellValue | null>,
  text: string,
): boolean {
  const parsed = parseCell(further, isList(further) ? joinTags([text]) : text, PLAIN);
  if (!("value" in parsed) || parsed.value === null) return false;
  const kept = fields[further.key];
  if (kept == null) {
    fields[further.key] = parsed.value;
    return true;
  }
  return join(further, fields, parsed.value);
}

const isList = ({ type }: SheetColumn): boolean => type === "emails" || type === "phones";

const textOf = (value: CellValue): string =>
  Array.isArray(value) ? value.join(", ") : String(value);

// Texts and tags of several columns are all kept, up to the maximum length.
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

// The joined parts are the value of a column that has none.
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
