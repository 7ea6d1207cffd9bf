import type { RecordTypeValue } from "../records/recordActions.js";
import type { Noun } from "../records/roles.js";
import { columnOfSource, externalIdsColumn, sourceOfField } from "./externalIdColumns.js";
import type { SheetColumn } from "./sheetColumn.js";

export type {
  Labels,
  Looks,
  SheetChoice,
  SheetColumn,
  SheetColumnType,
  SheetLanguage,
} from "./sheetColumn.js";
export { SHEET_LANGUAGES } from "./sheetColumn.js";

/** By what a row of a sheet finds its record; `AUTO` tries all that its kind has. */
export const MATCH_KEYS = ["AUTO", "NUMBER", "EXTERNAL_ID", "TAX_ID", "EMAIL", "NAME"] as const;

/** One of the keys. */
export type MatchKey = (typeof MATCH_KEYS)[number];

/** The one description of a kind of sheet. */
export interface SheetSchema {
  /** The type of record that a row is. */
  recordType: RecordTypeValue;
  /** The noun whose permissions guard its import and export. */
  noun: Noun;
  /** What a row can find its record by, in the order in which they are offered. */
  matchKeys: readonly MatchKey[];
  columns: readonly SheetColumn[];
  /** Read by imports, and not written by exports. */
  importOnly?: boolean;
  /** Columns of which a file needs one at least. */
  needsOneOf?: readonly string[];
  /** The column of ids in another system, and the one that says in which. */
  foreignId: { id: string; source: string };
}

/** The columns that a sheet is written with: all but those that only an import reads. */
export const wholeColumns = ({ columns }: SheetSchema): readonly SheetColumn[] =>
  columns.filter(({ partOf, importOnly }) => partOf === undefined && !importOnly);

/** The parts of a column, in the order in which they are joined. */
export const partsOf = ({ columns }: SheetSchema, key: string): readonly SheetColumn[] =>
  columns.filter(({ partOf }) => partOf === key);

/** The fields of these that a file is read into, so that a column has a value: itself or its parts. */
export const givenBy = (
  schema: SheetSchema,
  key: string,
  fields: ReadonlySet<string | null>,
): readonly string[] =>
  [key, ...partsOf(schema, key).map((part) => part.key)].filter((field) => fields.has(field));

/** Whether a sheet has ids in other systems, of any number of them. */
export const hasSources = ({ columns }: SheetSchema): boolean =>
  columns.includes(externalIdsColumn);

/** The column of a key, or undefined; that of ids in one other system is made for it where the sheet has such ids. */
export function columnOf(schema: SheetSchema, key: string): SheetColumn | undefined {
  const source = sourceOfField(key);
  if (source === null) return schema.columns.find((column) => column.key === key);
  return hasSources(schema) ? columnOfSource(source) : undefined;
}
