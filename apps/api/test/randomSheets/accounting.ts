import { foldText } from "@clientela/shared/values/foldText";
import { z } from "zod";
import type { StoredColumn } from "../../src/features/imports/storedImport.js";
import type { RowIssue, RowValues } from "../../src/platform/sheets/importer.js";
import type { MadeCell, MadeValue } from "./randomSheet.js";

/** What was made of a row of a made sheet. */
export interface ReadMadeRow extends RowValues {
  cells: readonly MadeCell[];
}

const digitsOf = (text: string) => text.replace(/\D/g, "");
const flat = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, "");

// Where a value of a kind may stand, and how it is compared there: nothing else counts as having kept it.
const SAME: Partial<Record<MadeValue["kind"], (value: MadeValue, kept: string) => boolean>> = {
  phone: ({ text }, kept) => digitsOf(kept).endsWith(digitsOf(text).replace(/^0+/, "")),
  areaCode: ({ text }, kept) => {
    const code = digitsOf(text).replace(/^0+/, "");
    return code !== "" && digitsOf(kept).includes(code);
  },
};

function isSame(value: MadeValue, kept: string): boolean {
  const same = SAME[value.kind];
  if (same?.(value, kept)) return true;
  if (value.means !== undefined && value.means === kept) return true;
  return flat(kept).includes(flat(value.text));
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(textsOf) : value == null ? [] : [String(value)];

const LISTS: Readonly<Record<string, string>> = {
  further_emails: "email",
  further_phones: "phone",
};

const FURTHER: Readonly<Record<string, string>> = {
  ...LISTS,
  second_tax_id_value: "tax_id_value",
};

/** The column that counts as a record's column of a field: further values count with the first. */
export const placeOf = (column: string): string => FURTHER[column] ?? column;

const listed = z.array(z.object({ value: z.string(), field: z.string().optional() }));

/** A row's values by the columns of their fields, those of lists next to the first. */
export function valuesByPlace(
  values: Readonly<Record<string, unknown>>,
  targetOf: (field: string) => string,
): Record<string, unknown> {
  const placed: Record<string, unknown> = {};
  const place = (at: string, value: unknown) => {
    placed[at] = at in placed ? [placed[at], value] : value;
  };
  for (const [column, value] of Object.entries(values)) {
    const isList = column in LISTS || column === "external_ids";
    if (!isList) place(placeOf(column), value);
    for (const one of isList ? listed.parse(value) : []) {
      place(one.field === undefined ? placeOf(column) : targetOf(one.field), one.value);
    }
  }
  return placed;
}

const mentioned = ({ value, params }: RowIssue): string =>
  [value ?? "", ...Object.values(params ?? {})].join(" ");

// What 0 and 1 mean where a header asks for yes or no, as most systems write it.
const STATUS_OF_FLAG: Readonly<Record<string, string>> = { "0": "INACTIVE", "1": "ACTIVE" };
const FLAGS = new Set(["0", "1", "2", "x", "s", "n", "ativo", "inactive"]);

const isFlag = (field: string, text: string, kept: readonly string[]) =>
  field === "isInactive"
    ? FLAGS.has(foldText(text))
    : field === "status" && kept.includes(STATUS_OF_FLAG[text.trim()] ?? "?");

const isCell = (columns: readonly StoredColumn[], index: number) => (issue: RowIssue) => {
  if (issue.column !== undefined) return issue.column === index;
  return issue.field !== null && columns[index]?.field === issue.field;
};

/**
 * The values of a row's imported cells that are lost: neither in the record's column that theirs goes to, nor named by
 * an issue of the row, nor in a cell that keeps the row out.
 */
export function lostValues(
  { cells, values, issues }: ReadMadeRow,
  columns: readonly StoredColumn[],
  targetOf: (field: string) => string,
): string[] {
  const said = issues.map(mentioned);
  const isOut = issues.some(({ severity }) => severity === "error");
  return columns.flatMap(({ index, header, field }) => {
    const cell = cells[index];
    if (field === null || !cell) return [];
    // A row that stays out comes back with all of its cells, marked.
    if (isOut && issues.some(isCell(columns, index))) return [];
    return cell.values
      .filter((value) => {
        const kept = textsOf(values[targetOf(field)]);
        const where = field === "fullAddress" ? Object.values(values).flatMap(textsOf) : kept;
        if (where.some((text) => isSame(value, text))) return false;
        if (isFlag(field, value.text, kept)) return false;
        if (said.some((text) => isSame(value, text))) return false;
        // The words of a whole that others stand for, as those of an address.
        return !words(value.text).every((word) =>
          words([...where, ...said].join(" ")).includes(word),
        );
      })
      .map(
        (value) =>
          `${header} -> ${field}: ${JSON.stringify(value.text)} of ${JSON.stringify(cell.text)}`,
      );
  });
}

const words = (text: string) => foldText(text).split(" ").filter(Boolean);

// What a row gets besides: the office of its tax ID, the system of its ids.
const DERIVED = new Set([
  ...["tax_id_country", "tax_id_kind", "second_tax_id_country", "second_tax_id_kind"],
  "owner_id",
]);

/** The values of a row's record that no cell says which goes there, and that no issue names. */
export function madeUpValues(
  { cells, values, issues }: ReadMadeRow,
  columns: readonly StoredColumn[],
  targetOf: (field: string) => string,
): string[] {
  const split = columns.some(({ field }) => field === "fullAddress");
  return Object.entries(values).flatMap(([target, value]) => {
    if (DERIVED.has(target)) return [];
    const sources = columns.filter(({ field }) => {
      if (field === null) return false;
      return targetOf(field) === target || (split && field === "fullAddress");
    });
    const from = sources.flatMap(({ index }) => cells[index] ?? []);
    const texts = [
      ...from.flatMap(({ text, values: several }) => [text, ...several.map((one) => one.text)]),
      ...issues.map(mentioned),
    ];
    const said = words(texts.join(" "));
    const means = from.flatMap((cell) => cell.values.flatMap((one) => one.means ?? []));
    return textsOf(value)
      .filter((kept) => {
        if (means.includes(kept)) return false;
        if (target === "status" && texts.some((text) => isFlag("status", text, [kept])))
          return false;
        if (texts.some((text) => flat(text).includes(flat(kept)))) return false;
        // Texts of several cells are joined.
        if (words(kept).every((word) => said.includes(word))) return false;
        const isOfDigits = target === "phone" && texts.some((text) => isDialled(kept, text));
        const isLink = target === "website" && texts.some((text) => isLinkOf(kept, text));
        return !isOfDigits && !isLink && !isInactive(target, kept, sources);
      })
      .map((kept) => `${target} = ${JSON.stringify(kept)} from ${JSON.stringify(texts)}`);
  });
}

const isDialled = (kept: string, text: string) => {
  const digits = digitsOf(text).replace(/^0+/, "");
  return digits.length > 0 && (digitsOf(kept).endsWith(digits) || digits.includes(digitsOf(kept)));
};

const isLinkOf = (kept: string, text: string) =>
  flat(text).includes(flat(kept.replace(/^https?:\/\//, "")));

const isInactive = (target: string, kept: string, sources: readonly StoredColumn[]) =>
  target === "status" && kept === "INACTIVE" && sources.some(({ field }) => field === "isInactive");
