import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import {
  type AddressParts,
  splitAddress,
  withoutRepeatedPlace,
} from "@clientela/shared/splitAddress";
import { foldText } from "@clientela/shared/values/foldText";
import type { ReadRow, RowIssue } from "../../../platform/sheets/importer.js";

const PARTS = [
  "street",
  "streetNumber",
  "complement",
  "district",
  "city",
  "region",
  "postalCode",
  "country",
] as const satisfies (keyof AddressParts)[];

const textOf = (value: CellValue | null | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

const warning = (field: string, code: string, value: string, params?: RowIssue["params"]) =>
  ({ field, code, severity: "warning", value, ...(params && { params }) }) satisfies RowIssue;

/**
 * The address in a row: parts from their own cells, and missing parts from a cell with the whole
 * address. What is moved, cut or left over is reported in `issues`.
 */
export function readAddress({ fields }: ReadRow, issues: RowIssue[]): AddressParts {
  const address: AddressParts = {};
  for (const part of PARTS) {
    const text = textOf(fields[part]);
    if (text !== undefined) address[part] = text;
  }
  keepOnce("street", address.street && withoutRepeatedPlace(address.street, address));
  keepOnce("city", withoutCode(address.city, address.region));
  keepOnce("region", withoutCode(address.region, address.country));
  const whole = textOf(fields.fullAddress);
  if (whole !== undefined) addWhole(whole, address, issues);
  return address;

  // What another cell of the row contains as well is kept there only.
  function keepOnce(part: keyof AddressParts, text: string | null | undefined): void {
    const written = address[part];
    if (!text || written === undefined) return;
    issues.push(warning(part, "address_repeated", written, { text }));
    address[part] = text;
  }
}

// A place followed by the code of its region, as in "São Paulo (SP)" or "São Paulo - SP".
const CODE_AT_END = /^(.*[^\s,/-])(?:\s*\(|\s+-\s+|\s*[/,]\s*)([A-Z]{2,3})\)?$/u;

/** A place without the code of its region, if that is in a cell of its own; null otherwise. */
function withoutCode(place: string | undefined, around: string | undefined): string | null {
  const [, name, code] = CODE_AT_END.exec(place ?? "") ?? [];
  return name !== undefined && code === around?.toUpperCase() ? name : null;
}

/** The maximum length of a street, in characters. */
const LONGEST_STREET = 200;

const flat = (text: string): string =>
  text
    .replace(/<br ?\/?>|[\r\n]+/gi, ", ")
    .replace(/(, )+$/, "")
    .replace(/\s+/g, " ")
    .trim();

const words = (text: string): string[] => foldText(text).split(" ");

function addWhole(whole: string, address: AddressParts, issues: RowIssue[]): void {
  const split = splitAddress(whole);
  if (split) {
    const street = words(address.street ?? "");
    const added = PARTS.filter((part) => {
      const text = split[part];
      if (text === undefined || address[part] !== undefined) return false;
      // A street in a cell of its own may end with its number.
      return part !== "streetNumber" || !words(text).every((word) => street.includes(word));
    });
    const differs = PARTS.some((part) => !agree(part, split[part], address[part]));
    // Parts of two addresses must not be combined into a third.
    if (differs) {
      issues.push(warning("fullAddress", "value_not_kept", flat(whole)));
      return;
    }
    for (const part of added) address[part] = split[part];
    const parts = added.map((part) => split[part]).join(" | ");
    if (added.length > 0)
      issues.push(warning("fullAddress", "address_split", flat(whole), { parts }));
    return;
  }
  const said = words(Object.values(address).join(" "));
  if (words(flat(whole)).every((word) => said.includes(word))) return;
  if (address.street !== undefined || flat(whole).length > LONGEST_STREET) {
    issues.push(warning("fullAddress", "value_not_kept", flat(whole)));
    return;
  }
  address.street = flat(whole);
  issues.push(warning("fullAddress", "address_not_split", flat(whole)));
}

function agree(part: keyof AddressParts, split: string | undefined, own: string | undefined) {
  if (split === undefined || own === undefined) return true;
  const [a, b] = [foldText(split), foldText(own)];
  if (part === "postalCode") return a.replaceAll(" ", "") === b.replaceAll(" ", "");
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}
