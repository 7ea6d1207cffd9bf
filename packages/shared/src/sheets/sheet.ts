import type { Look } from "../matching/looks.js";
import type { RecordTypeValue } from "../records/recordActions.js";
import type { Noun } from "../records/roles.js";

/** The languages in which a sheet's columns have names. */
export const SHEET_LANGUAGES = ["pt", "en", "es"] as const;

/** One of the sheet's languages. */
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

/** A name in each of the sheet's languages. */
export type Labels = Readonly<Record<SheetLanguage, string>>;

/** What a column holds, which decides how its cells are read and written. */
export type SheetColumnType =
  | "text"
  | "email"
  | "phone"
  | "url"
  | "country"
  | "currency"
  | "choice"
  | "tags"
  | "taxId"
  | "recordId"
  | "integer"
  | "number"
  | "money"
  | "date"
  | "dateTime";

/** One of the values that a choice column takes. */
export interface SheetChoice {
  value: string;
  labels: Labels;
  /** Other words for it, in any case and with or without accents. */
  synonyms: readonly string[];
}

/** What most values of a field look like: one of `like` (any, where it is omitted), and none of `unlike`. */
export interface Looks {
  like?: readonly Look[];
  unlike?: readonly Look[];
}

/** One column: what the template, the importer, the screen and the export know about it. */
export interface SheetColumn {
  key: string;
  type: SheetColumnType;
  labels: Labels;
  /** Headers that other systems give it, the most telling first. */
  synonyms: readonly string[];
  /**
   * Headers that mean it where the values look like it, or like `looks`; where it says `outweigh`, rather
   * than the field that the header names.
   */
  cues?: { headers: readonly string[]; looks?: Looks; outweigh?: boolean };
  /** Headers that may mean it but often mean something else; a person has to look. */
  hints?: readonly string[];
  /** Headers that mean it in a file with a column of another field, or right next to such a column. */
  beside?: { field: string; headers: readonly string[]; next?: boolean };
  /** What its values look like: one of `like`, none of `unlike`. Where it is left out, the type says it. */
  looks?: Looks;
  /** It identifies records: a column that says the same in most of its rows is not it. */
  isKey?: boolean;
  /** Several columns of a file may go to it: the first that has a value counts, or all joined. */
  several?: "first" | "join";
  /**
   * It says a line of a document: rows of one document become its lines. What such a row leaves blank that
   * is `required` of documents, the row that the document begins with has to say.
   */
  ofLine?: boolean;
  /** Other systems list several in a cell, parted by ";" or a line break: the first one is taken. */
  takesFirst?: boolean;
  /** A part of an address: headers may say before it whose address ("Billing city"). */
  ofAddress?: boolean;
  /** Read by the import alone, into other fields: a whole address, an area code. */
  importOnly?: boolean;
  /** An id in another system: headers may name that system ("HubSpot ID"). */
  ofSystem?: boolean;
  /** A value to show in the template. */
  example: string;
  required?: boolean;
  /** Takes ZZ as well: nobody told the country (ISO 3166-1, user-assigned). */
  mayBeUnknown?: boolean;
  /** Written by the export, never read by the import. */
  exportOnly?: boolean;
  /**
   * Read by the import alone: the parts of a column stand for it where it is blank or not in the file,
   * joined in the order of the schema.
   */
  partOf?: string;
  /** The longest text, in characters. */
  maxLength?: number;
  /** One line (the default), a line that may be broken over several, or paragraphs. */
  lines?: "one" | "joined" | "paragraphs";
  /** The bounds of a number, both included. */
  min?: number;
  max?: number;
  choices?: readonly SheetChoice[];
  /** A number of days, as terms of payment say it: "Net 30", "30 dias", "à vista". */
  inDays?: boolean;
}

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

/** The column of a key, or undefined. */
export function columnOf(schema: SheetSchema, key: string): SheetColumn | undefined {
  return schema.columns.find((column) => column.key === key);
}
