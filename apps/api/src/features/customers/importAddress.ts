import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import {
  type AddressParts,
  splitAddress,
  withoutRepeatedPlace,
} from "@clientela/shared/splitAddress";
import { foldText } from "@clientela/shared/values/foldText";
import type { ReadRow, RowIssue } from "../../platform/sheets/importer.js";

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
 * The address that a row says: its parts from cells of their own, and what those leave blank from a whole
 * address beside them. What is moved, cut or left is told of in `issues`.
 */
export function readAddress({ fields }: ReadRow, issues: RowIssue[]): AddressParts {
  const address: AddressParts = {};
  for (const part of PARTS) {
    const text = textOf(fields[part]);
    if (text !== undefined) address[part] = text;
  }
  if (address.street !== undefined) {
    const street = withoutRepeatedPlace(address.street, address);
    if (street !== null) {
      issues.push(warning("street", "address_repeated", address.street, { street }));
      address.street = street;
    }
  }
  const whole = textOf(fields.fullAddress);
  if (whole !== undefined) addWhole(whole, address, issues);
  return address;
}

/** The longest street, in characters. */
const LONGEST_STREET = 200;

const flat = (text: string): string =>
  text
    .replace(/<br ?\/?>|[\r\n]+/gi, ", ")
    .replace(/(, )+$/, "")
    .replace(/\s+/g, " ")
    .trim();

function addWhole(whole: string, address: AddressParts, issues: RowIssue[]): void {
  const split = splitAddress(whole);
  if (split) {
    const added = PARTS.filter((part) => split[part] !== undefined && address[part] === undefined);
    const differs = PARTS.some((part) => !agree(part, split[part], address[part]));
    // Parts of two places would make a third one.
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
  const said = foldText(Object.values(address).join(" "));
  if (
    foldText(flat(whole))
      .split(" ")
      .every((word) => said.split(" ").includes(word))
  )
    return;
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
