import sql, { raw } from "sql-template-tag";
import type { ImportTable, OwnedKey, UniqueInFile } from "../../../platform/sheets/importTable.js";
import { UNKNOWN_COUNTRY } from "../identity/taxId.js";

const FIRST = ["country", "kind", "value"].map((part) => `tax_id_${part}`);
const SECOND = FIRST.map((column) => `second_${column}`);

// Columns of a tax ID: `[row, prefix]`, such as `["v", "second_"]`.
type Place = readonly [row: string, prefix: "" | "second_"];

const pair = ([row, prefix]: Place, part: "kind" | "value"): string =>
  `(${row}.${prefix}tax_id_country, ${row}.${prefix}tax_id_${part})`;
const isSame = (one: Place, other: Place): string =>
  `${pair(one, "value")} = ${pair(other, "value")}`;
const isOfOneKind = (one: Place, other: Place): string =>
  `${pair(one, "kind")} = ${pair(other, "kind")}`;

/** Whether two rows, such as a staged one and a customer, have different tax IDs of one kind, such as two CNPJs. */
export const taxIdsDisagree = (one: string, other: string): string => {
  const places = (row: string): Place[] => [
    [row, ""],
    [row, "second_"],
  ];
  const pairs = places(one).flatMap((a) => places(other).map((b) => [a, b] as const));
  return `(${pairs
    .map(([a, b]) => `coalesce(${isOfOneKind(a, b)} AND NOT ${isSame(a, b)}, false)`)
    .join(" OR ")})`;
};

/** Whether a row `s` and a customer `c` have a tax ID in common, and where that is not the first of both, none that differs. */
export const sameTaxId = `(${isSame(["s", ""], ["c", ""])} OR coalesce(
    ${isSame(["s", ""], ["c", "second_"])} OR ${isSame(["s", "second_"], ["c", ""])} OR ${isSame(["s", "second_"], ["c", "second_"])},
    false) AND NOT ${taxIdsDisagree("s", "c")})`;

const [v1, v2, c1, c2] = [
  ["v", ""],
  ["v", "second_"],
  ["c", ""],
  ["c", "second_"],
] as const;

// A row that says only what is known, in whichever place, changes nothing.
const isKnown = `${isSame(v1, c2)} AND (v.second_tax_id_value IS NULL OR ${isSame(v2, c1)})`;
const isUnknownCountry = `'${UNKNOWN_COUNTRY}' IN (v.tax_id_country, c.tax_id_country)`;
// The only tax ID of a row is the customer's second one where it is of that one's kind, or of another kind than the first.
const goesSecond = `(${isOfOneKind(v1, c2)} OR c.second_tax_id_value IS NULL AND NOT ${isOfOneKind(v1, c1)} AND NOT ${isUnknownCountry})`;
// Where blanks alone are filled, what a customer has keeps its place, and the row's of another kind goes to the other one.
const isCrossed = `(rules.by_column->>'tax_id_value' = 'FILL_BLANKS' AND (${isOfOneKind(v2, c1)} OR ${isOfOneKind(v1, c2)}))`;

/** What a row `v` leaves a customer `c` of tax IDs: one of a kind at most, and none is lost for one of another kind. */
export const taxIdResults: NonNullable<ImportTable["results"]> = Object.fromEntries(
  FIRST.flatMap((column) => [
    [
      column,
      `CASE WHEN v.tax_id_value IS NULL OR ${isSame(v1, c1)} OR ${isKnown} THEN c.${column}
        WHEN v.second_tax_id_value IS NULL THEN CASE WHEN ${goesSecond} THEN c.${column} ELSE v.${column} END
        WHEN ${isCrossed} THEN v.second_${column} ELSE v.${column} END`,
    ],
    [
      `second_${column}`,
      `CASE WHEN v.second_tax_id_value IS NULL THEN
          CASE WHEN v.tax_id_value IS NULL OR ${isSame(v1, c1)} OR ${isKnown} THEN c.second_${column}
            WHEN ${goesSecond} THEN v.${column} ELSE c.second_${column} END
        WHEN ${isKnown} OR v.tax_id_value IS NULL AND ${isSame(v2, c1)} THEN c.second_${column}
        WHEN ${isCrossed} THEN v.${column} ELSE v.second_${column} END`,
    ],
  ]),
);

/** A second tax ID of the first one's kind cannot go to a customer without a word on the first. */
export const secondTaxIdRefusal: NonNullable<ImportTable["refusals"]>[number] = {
  field: "secondTaxId",
  code: "same_kind",
  when: `v.tax_id_value IS NULL AND ${isOfOneKind(v2, c1)} AND NOT ${isSame(v2, c1)}`,
  params: { kind: "c.tax_id_kind" },
};

/** Both tax IDs, with all their parts, follow the rule of the first. */
export const taxIdFollows: Readonly<Record<string, string>> = {
  tax_id_country: "tax_id_value",
  tax_id_kind: "tax_id_value",
  second_tax_id_country: "second_tax_id_value",
  second_tax_id_kind: "second_tax_id_value",
  second_tax_id_value: "tax_id_value",
};

/** What staged rows are compared by. */
export const taxIdKeys: ImportTable["keys"] = Object.fromEntries(
  [...FIRST, ...SECOND].map((column) => [column, sql`r."values"->>${raw(`'${column}'`)}`]),
);

/** Which customers have the tax IDs of rows, `who` being what a customer `o` is called. */
export function ownedTaxIds(who: string): OwnedKey[] {
  const holders = (column: "tax_id" | "second_tax_id") => sql`
    SELECT s.line, o.id, ${raw(who)} FROM staged s
    JOIN customer_tax_ids t ON t.country = ${raw(`s.${column}_country`)} AND t.value = ${raw(`s.${column}_value`)}
    JOIN customers o ON o.id = t.customer_id`;
  const first = { field: "taxId", code: "taken_by", column: "tax_id_value", isLive: true };
  return [
    {
      ...first,
      field: "secondTaxId",
      column: "second_tax_id_value",
      columns: SECOND,
      find: holders("second_tax_id"),
    },
    // The only one of a row may go to either place.
    {
      ...first,
      columns: [...FIRST, ...SECOND],
      find: sql`${holders("tax_id")} WHERE s.second_tax_id_value IS NULL`,
    },
    {
      ...first,
      columns: FIRST,
      find: sql`${holders("tax_id")} WHERE s.second_tax_id_value IS NOT NULL`,
    },
  ];
}

// Whether the row `s` has a tax ID that the row `g` has in neither place.
const hasAnother = (["", "second_"] as const)
  .map((prefix) => {
    const isThere = (["", "second_"] as const).map((other) => isSame(["s", prefix], ["g", other]));
    return `s.${prefix}tax_id_value IS NOT NULL AND NOT coalesce(${isThere.join(" OR ")}, false)`;
  })
  .join(" OR ");

/** A later row that has a tax ID of an earlier one repeats it, unless it has another one as well. */
export const repeatedTaxIds: UniqueInFile[] = [
  { keys: ["tax_id_country", "tax_id_value"] },
  {
    keys: ["tax_id_country", "tax_id_value"],
    otherPlace: ["second_tax_id_country", "second_tax_id_value"],
    mistake: { field: "taxId", code: "tax_id_in_file" },
    mistakeInPlaces: { when: hasAnother, otherField: "secondTaxId" },
  },
];
