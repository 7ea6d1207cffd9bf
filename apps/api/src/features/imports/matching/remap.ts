import { columnOf, type SheetSchema } from "@clientela/shared/sheets/sheet";
import { foldText } from "@clientela/shared/values/foldText";
import { Invalid } from "../../../platform/errors.js";
import type { ImportColumnInput } from "../import.input.js";
import { chosenConventions } from "../parsing/conventions.js";
import { columnsTo, type StoredColumn } from "../storedImport.js";

/**
 * The columns of a file after a person or program mapped some of them. Throws Invalid where a column, a
 * field or a value does not exist, or a field would be mapped twice.
 */
export function remap(
  sheet: SheetSchema,
  columns: readonly StoredColumn[],
  wanted: readonly ImportColumnInput[],
): StoredColumn[] {
  for (const [at, one] of wanted.entries()) checkWish(sheet, columns, one, `columns.${at}`);
  const taken = wanted.flatMap(({ field, fallback }) => (field && !fallback ? [field] : []));
  if (new Set(taken).size < taken.length) {
    throw new Invalid([{ path: "columns", code: "field_twice" }]);
  }
  const byIndex = new Map(wanted.map((one) => [one.index, one]));
  const moved = columns.map((column): StoredColumn => {
    const want = byIndex.get(column.index);
    if (want) return asWanted(column, want, columns);
    // A field that is mapped to another column is taken from its former one.
    const leaves = column.field !== null && column.place === 0 && taken.includes(column.field);
    return leaves ? { ...staysOut(column), reason: "fieldTaken" } : column;
  });
  return moved.map((column) =>
    column.field === null
      ? column
      : { ...column, place: columnsTo(moved, column.field).indexOf(column) },
  );
}

const staysOut = (column: StoredColumn): StoredColumn => ({
  ...column,
  field: null,
  place: 0,
  suggestion: null,
  confidence: null,
});

function checkWish(
  sheet: SheetSchema,
  columns: readonly StoredColumn[],
  { index, field, fallback, values }: ImportColumnInput,
  path: string,
): void {
  const column = columns.find((one) => one.index === index);
  if (!column) throw new Invalid([{ path: `${path}.index`, code: "not_in_list" }]);
  const target = field === undefined ? column.field : field;
  const known = target === null ? undefined : columnOf(sheet, target);
  if (target !== null && (!known || known.exportOnly)) {
    throw new Invalid([{ path: `${path}.field`, code: "not_in_list" }]);
  }
  if (fallback && !known?.several) {
    throw new Invalid([{ path: `${path}.fallback`, code: "one_column_only" }]);
  }
  const meanings = new Set(known?.choices?.map(({ value }) => value));
  for (const [at, { mappedTo }] of (values ?? []).entries()) {
    if (mappedTo == null || meanings.has(mappedTo)) continue;
    throw new Invalid([{ path: `${path}.values.${at}.mappedTo`, code: "not_in_list" }]);
  }
}

function asWanted(
  column: StoredColumn,
  want: ImportColumnInput,
  columns: readonly StoredColumn[],
): StoredColumn {
  const said = {
    ...column,
    rule: want.rule ?? column.rule,
    conventions: chosenConventions(column.conventions, want.dateOrder, want.decimalMark),
    meanings: {
      ...column.meanings,
      ...Object.fromEntries(
        (want.values ?? []).map(({ value, mappedTo }) => [foldText(value), mappedTo ?? null]),
      ),
    },
  };
  const field = want.field === undefined && want.fallback != null ? column.field : want.field;
  if (field === undefined) return said;
  if (field === null) return { ...staysOut(said), reason: "leftOut" };
  const place = want.fallback ? columnsTo(columns, field).length + 1 : 0;
  return { ...said, field, place, suggestion: null, confidence: "exact", reason: "chosen" };
}
