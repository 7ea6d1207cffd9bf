import type { Look } from "./looks.js";

/** The languages in which a sheet's columns have names. */
export const SHEET_LANGUAGES = ["pt", "en", "es"] as const;

/** One of the sheet's languages. */
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

/** A name in each of the sheet's languages, and where Portugal says it otherwise than Brazil. */
export type Labels = Readonly<Record<SheetLanguage, string> & { "pt-PT"?: string }>;

/** What a column holds, which decides how its cells are read and written. */
export type SheetColumnType =
  | "text"
  | "email"
  | "phone"
  | "emails"
  | "phones"
  | "url"
  | "country"
  | "currency"
  | "choice"
  | "tags"
  | "taxId"
  | "recordId"
  | "externalId"
  | "externalIds"
  | "integer"
  | "number"
  | "money"
  /** A percentage, with or without its sign: "23", "23 %". */
  | "percent"
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
  /** The column that takes the values that are found besides the first: in the same cell, or in further columns. */
  furtherIn?: string;
  /** A part of an address: headers may say before it whose address ("Billing city"). */
  ofAddress?: boolean;
  /** Read by the import alone, into other fields: a whole address, an area code. */
  importOnly?: boolean;
  /** An id in another system: headers may name that system ("HubSpot ID"). */
  ofSystem?: boolean;
  /** The other system whose ids it holds, where that is one system. */
  source?: string;
  /** A value to show in the template. */
  example: string;
  required?: boolean;
  /** Takes ZZ as well: the country is unknown (ISO 3166-1, user-assigned). */
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
