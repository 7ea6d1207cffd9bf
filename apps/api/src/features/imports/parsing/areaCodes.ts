import { columnOf, type SheetSchema } from "@clientela/shared/sheets/sheet";
import { isBlank } from "@clientela/shared/values/textRules";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import type { StoredColumn } from "../storedImport.js";

/** The field of area codes that stand in cells of their own. */
export const AREA_CODE = "phoneAreaCode";

/** A phone column with the column of its area codes, right before it. */
export interface AreaCodePair {
  phoneAt: number;
  areaCodeAt: number;
}

/** The phones with area codes of their own: where a file has several columns of area codes, each belongs to the phone after it. */
export function areaCodePairs(
  schema: SheetSchema,
  columns: readonly StoredColumn[],
): AreaCodePair[] {
  const areaCodes = columns.filter(({ field }) => field === AREA_CODE);
  if (areaCodes.length < 2) return [];
  return areaCodes.flatMap(({ index }) => {
    const field = columns.find((one) => one.index === index + 1)?.field ?? null;
    const isPhone = field !== null && columnOf(schema, field)?.type === "phone";
    return isPhone ? [{ phoneAt: index + 1, areaCodeAt: index }] : [];
  });
}

// As people write it: "21", "021", "(21)", "0xx21".
const WRITTEN = /^\W*0?x{0,2}(\d{1,4})\W*$/i;
const HAS_CODE = /^\W*(?:\+|\()/;

const codeIn = (text: string): string => WRITTEN.exec(text)?.[1]?.replace(/^0+/, "") ?? "";

/** A phone with the area code that stands next to it; as it is written where it has one of its own. */
export function withAreaCode(phone: string, areaCode: string): string {
  const code = codeIn(areaCode);
  return code === "" || isBlank(phone) || HAS_CODE.test(phone) ? phone : `(${code}) ${phone}`;
}

/** Names an area code that is no part of its phone: there is none, or it has another code. */
export function unusedAreaCode(phone: string, areaCode: string): Omit<RowIssue, "column"> | null {
  if (isBlank(areaCode)) return null;
  const code = codeIn(areaCode);
  const isUsed = code !== "" && withAreaCode(phone, areaCode).replace(/\D/g, "").includes(code);
  if (isUsed) return null;
  return { field: AREA_CODE, code: "phone_code_unused", severity: "warning", value: areaCode };
}
