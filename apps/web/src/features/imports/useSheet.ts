import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import {
  columnOf,
  type Labels,
  type SheetColumn,
  type SheetSchema,
} from "@clientela/shared/sheets/sheet";
import { labelIn } from "@clientela/shared/sheets/sheetWords";
import { createContext, use, useMemo } from "react";
import { currentLanguage } from "../../i18n/i18n.js";
import type { Language } from "../../i18n/language.js";
import { importedFields } from "./sheets.js";

/** What the rows of the import on screen are. */
export const SheetContext = createContext<SheetSchema>(customersSheet);

/** The sheet of the import on screen, in the person's language. */
export interface Sheet {
  schema: SheetSchema;
  /** The fields that a column of the file can go to. */
  fields: readonly SheetColumn[];
  /** What a field is called; one that is not in the sheet goes by its key. */
  labelOf: (field: string) => string;
  /** The names of the values that a field takes; none where it takes any. */
  choicesOf: (field: string) => string[];
  /** The values that a field takes of a list, with their names. */
  meaningsOf: (field: string) => { value: string; label: string }[];
  /** What a value is called where the field takes those of a list; else it is itself. */
  sayValue: (field: string, value: string) => string;
}

function sheetIn(schema: SheetSchema, language: Language): Sheet {
  const named = (one: { labels: Labels }) => labelIn(one.labels, language);
  const choices = (field: string) => columnOf(schema, field)?.choices ?? [];
  return {
    schema,
    fields: importedFields(schema),
    labelOf: (field) => {
      const column = columnOf(schema, field);
      return column ? named(column) : field;
    },
    choicesOf: (field) => choices(field).map(named),
    meaningsOf: (field) =>
      choices(field).map((choice) => ({ value: choice.value, label: named(choice) })),
    sayValue: (field, value) => {
      const choice = choices(field).find((one) => one.value === value);
      return choice ? named(choice) : value;
    },
  };
}

/** What is known of the fields of the import on screen. */
export function useSheet(): Sheet {
  const schema = use(SheetContext);
  const language = currentLanguage();
  return useMemo(() => sheetIn(schema, language), [schema, language]);
}
