import { columnOf, type SheetColumnType, type SheetSchema } from "@clientela/shared/sheets/sheet";
import { type Conventions, PLAIN } from "@clientela/shared/sheets/sheetConventions";
import { registerEnum } from "../../../platform/types/enums.js";
import type { FoundConventions } from "../../spreadsheets/sheetChoice.js";
import type { StoredColumn, StoredProblem } from "../storedImport.js";

const ORDERS = { DMY: "dmy", MDY: "mdy" } as const;
const MARKS = { COMMA: ",", POINT: "." } as const;
const DATE_ORDERS = ["DMY", "MDY"] as const;
const DECIMAL_MARKS = ["COMMA", "POINT"] as const;

/** The order of day and month in dates. */
export type ImportDateOrder = (typeof DATE_ORDERS)[number];

/** The character before the decimals of a number. */
export type ImportDecimalMark = (typeof DECIMAL_MARKS)[number];

/** The orders of dates as a GraphQL enum. */
export const DateOrderEnum = registerEnum(
  "ImportDateOrder",
  DATE_ORDERS,
  "What 03/04/2026 is in a column: 3 April (DMY) or March 4 (MDY).",
);

/** The decimal marks as a GraphQL enum. */
export const DecimalMarkEnum = registerEnum(
  "ImportDecimalMark",
  DECIMAL_MARKS,
  "What 1.234 is in a column: a thousand and more (COMMA) or little more than one (POINT).",
);

/** The conventions by which the texts of a column are parsed. */
export const conventionsOf = ({ decimal, dateOrder }: FoundConventions): Conventions => ({
  decimal: decimal.value ?? PLAIN.decimal,
  dateOrder: dateOrder.value ?? "dmy",
});

/** The conventions of a column as the API returns them; null where nothing in it depends on them. */
export function shownConventions({ conventions: { decimal, dateOrder } }: StoredColumn): {
  dateOrder: ImportDateOrder | null;
  decimalMark: ImportDecimalMark | null;
} {
  return {
    dateOrder: DATE_ORDERS.find((name) => ORDERS[name] === dateOrder.value) ?? null,
    decimalMark: DECIMAL_MARKS.find((name) => MARKS[name] === decimal.value) ?? null,
  };
}

/** The conventions of a column after a person chose some of them. */
export function chosenConventions(
  found: FoundConventions,
  dateOrder: ImportDateOrder | null | undefined,
  decimalMark: ImportDecimalMark | null | undefined,
): FoundConventions {
  return {
    dateOrder: dateOrder ? { value: ORDERS[dateOrder], certainty: "chosen" } : found.dateOrder,
    decimal: decimalMark ? { value: MARKS[decimalMark], certainty: "chosen" } : found.decimal,
  };
}

const DEPENDING = {
  dateOrder: ["date"],
  decimal: ["number", "money", "percent", "integer"],
} satisfies Record<keyof FoundConventions, SheetColumnType[]>;

/** The problem where ambiguous conventions must be chosen before rows can be parsed; null where there is none. */
export function openConvention(
  sheet: SheetSchema,
  columns: readonly StoredColumn[],
): StoredProblem | null {
  const open = (convention: keyof FoundConventions, types: readonly SheetColumnType[]) =>
    columns.flatMap(({ field, conventions }) => {
      const type = field === null ? undefined : columnOf(sheet, field)?.type;
      const isOpen =
        type && types.includes(type) && conventions[convention].certainty === "ambiguous";
      return isOpen ? [field] : [];
    });
  const dates = open("dateOrder", DEPENDING.dateOrder);
  if (dates.length > 0) return { code: "chooseDateOrder", params: { fields: dates.join(" ") } };
  const numbers = open("decimal", DEPENDING.decimal);
  return numbers.length > 0
    ? { code: "chooseDecimalMark", params: { fields: numbers.join(" ") } }
    : null;
}
