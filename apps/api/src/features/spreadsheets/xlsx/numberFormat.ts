import { currencyOfFormat } from "./currencyFormat.js";

/** What a cell's number format makes of its number. */
export type NumberFormat =
  /** With the currency that it shows the number in (ISO 4217), where it names one. */
  | { shows: "number"; currency?: string }
  | { shows: "percent" }
  | { shows: "date" | "time" | "dateTime" | "duration" }
  /** Zeros that stand for digits, with signs between them: `00000-000`. */
  | { shows: "mask"; parts: string[] };

const AS_NUMBER: NumberFormat = { shows: "number" };

/** The formats that a workbook need not spell (ECMA-376 18.8.30); localised ones count as dates. */
const BUILT_IN: Record<number, NumberFormat> = {
  9: { shows: "percent" },
  10: { shows: "percent" },
  14: { shows: "date" },
  15: { shows: "date" },
  16: { shows: "date" },
  17: { shows: "date" },
  18: { shows: "time" },
  19: { shows: "time" },
  20: { shows: "time" },
  21: { shows: "time" },
  22: { shows: "dateTime" },
  45: { shows: "time" },
  46: { shows: "duration" },
  47: { shows: "time" },
};

/** The format of a built-in id; ids 27 to 36 and 50 to 58 are the dates of East Asian versions. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { shows: "date" };
  return BUILT_IN[id] ?? AS_NUMBER;
}

/** Reads a format code such as `dd/mm/yyyy`, `[h]:mm` or `00000\-000`. */
export function parseFormatCode(code: string): NumberFormat {
  const section = firstSection(code);
  if (/^general/i.test(section.trim())) return AS_NUMBER;
  const currency = currencyOfFormat(section);
  if (currency !== null) return { shows: "number", currency };
  const mask = readMask(section);
  if (mask) return { shows: "mask", parts: mask };
  if (/\[(h+|m+|s+)\]/i.test(section)) return { shows: "duration" };
  const tokens = section
    .replace(/"[^"]*"?/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[[^\]]*\]/g, "");
  const time = /[hs]/i.test(tokens) || /AM\/PM/i.test(tokens);
  const date = /[yd]/i.test(tokens) || /m{3,}/i.test(tokens) || (!time && /m/i.test(tokens));
  if (date) return { shows: time ? "dateTime" : "date" };
  if (time) return { shows: "time" };
  return tokens.includes("%") ? { shows: "percent" } : AS_NUMBER;
}

/** Up to the first `;` outside quotes. */
function firstSection(code: string): string {
  const match = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code);
  return match?.[0] ?? code;
}

/**
 * The parts of a mask: runs of zeros, and the signs between them. Only masks with two zeros or more
 * and nothing that counts as a number's sign: a decimal point would make it an ordinary number.
 */
function readMask(section: string): string[] | null {
  const plain = section.replace(/\[\$-[0-9a-f,]+\]/gi, "").replace(/\[[a-z]+\]/gi, "");
  const pieces = plain.match(/0+|\\.|"[^"]*"|[-/() ]|./g) ?? [];
  const parts: string[] = [];
  for (const piece of pieces) {
    if (/^0+$/.test(piece)) parts.push(piece);
    else if (piece.startsWith("\\")) parts.push(piece.slice(1));
    else if (piece.length > 1 && piece.startsWith('"')) parts.push(piece.slice(1, -1));
    else if (/^[-/() ]$/.test(piece)) parts.push(piece);
    else return null;
  }
  const zeros = parts.filter((part) => /^0+$/.test(part)).join("").length;
  return zeros >= 2 ? parts : null;
}

/** The whole number `digits` as the mask shows it: `1310100` under `00000-000` is `01310-100`. */
export function applyMask(digits: string, parts: string[]): string {
  let places = 0;
  for (const part of parts) if (/^0+$/.test(part)) places += part.length;
  let rest = digits.padStart(places, "0");
  let surplus = rest.length - places;
  let shown = "";
  for (const part of parts) {
    if (!/^0+$/.test(part)) {
      shown += part;
      continue;
    }
    const take = part.length + surplus;
    surplus = 0;
    shown += rest.slice(0, take);
    rest = rest.slice(take);
  }
  return shown;
}
