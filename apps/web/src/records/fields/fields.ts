import type { FieldIssue } from "@clientela/shared/values/issues";
import type { Format } from "../../i18n/format.js";
import type { Language } from "../../i18n/language.js";
import type { MessageKey } from "../../i18n/messageKey.js";
import type { Translate } from "../../i18n/useT.js";
import type { LineDraft } from "../../ui/documents/lineDrafts.js";
import type { Choice } from "../choices/choicesOf.js";

/** What fields need to format values. */
export interface FieldContext {
  t: Translate;
  format: Format;
  language: Language;
  /** A colleague's name; empty where it is not known. */
  personName: (id: string | null) => string;
  formatPhone: (phone: string) => string;
}

/** What a form holds while a value is edited: mostly the text as it was typed. */
export type Draft = string | null | boolean | readonly LineDraft[];

/** The drafts of a form by the names of their fields. */
export type Drafts = Readonly<Record<string, Draft>>;

/** The control that edits a field, with what that control needs to know. */
export type FieldInput =
  | { control: "text"; type?: "email" | "tel" }
  | { control: "paragraphs" }
  | { control: "choice"; choices: (t: Translate) => readonly Choice[] }
  | { control: "currency" }
  /** `currency` names the field of the same record that holds the currency. */
  | { control: "amount" | "lines"; currency: string }
  | { control: "percent" }
  | { control: "duration" }
  | { control: "date" }
  | { control: "time" }
  | { control: "person" }
  /** Another record, or several; the form says which ones there are. */
  | { control: "reference" | "references" }
  /** A moment, in the time zone of the device. */
  | { control: "dateTime" }
  | { control: "flag" };

/** A field of a record: its label, how it is edited, and how its value is formatted wherever it is shown. */
export interface Field<in Value> {
  readonly label: MessageKey;
  /** The control of a form; undefined for what is only shown. */
  readonly input: FieldInput | undefined;
  readonly optional: boolean;
  /** The message for a missing value, where "This is needed." says too little. */
  readonly missing: MessageKey | undefined;
  /** The message for a value that the rule refuses, where the rule's own says too little. */
  readonly invalid: MessageKey | undefined;
  /** Whether the history offers to put an old value back. */
  readonly revertible: boolean;
  /** The value as text, for cells and for the choice between two versions; empty for none. */
  text: (value: Value, context: FieldContext, values: object) => string;
  /** The history's text of a value, in the language on screen; null where it says nothing to a person. */
  history: (stored: string, context: FieldContext) => string | null;
  toDraft: (value: Value, context: FieldContext, values: object) => Draft;
  /** What the field of a new record begins with, unless the form says so. */
  empty: () => Draft;
  /** What was typed as the field's rule takes it; undefined leaves the value as it is. */
  fromDraft: (draft: Draft, context: FieldContext) => unknown;
  /** What to ask before a value is saved that is allowed and rarely meant; null where there is nothing to ask. */
  question?: (value: Value, context: FieldContext, values: object) => string | null;
  /** Where an issue with a part of the value belongs in the form, and how it is said there. */
  issue?: (
    draft: Draft,
    issue: FieldIssue,
  ) => { path: readonly (string | number)[]; message: MessageKey | undefined };
}

/** The fields of a record by the names that the API gives them. */
export type FieldsOf<Values extends object> = {
  readonly [Name in keyof Values]: Field<Values[Name]>;
};

/** What can be said of a field when it is declared; a key in place of it is the label. */
export interface FieldOptions {
  label: MessageKey;
  optional?: boolean;
  missing?: MessageKey;
  invalid?: MessageKey;
  revertible?: boolean;
}

type Described = MessageKey | FieldOptions;

/** Makes a kind of field of what its values are. */
export function defineField<Value>(
  described: Described,
  kind: Pick<Field<Value>, "input" | "text" | "history" | "toDraft" | "fromDraft" | "empty"> &
    Partial<Pick<Field<Value>, "missing" | "invalid" | "question" | "issue">>,
): Field<Value> {
  const options = typeof described === "string" ? { label: described } : described;
  return {
    optional: false,
    revertible: true,
    missing: undefined,
    invalid: undefined,
    ...kind,
    ...options,
  };
}
