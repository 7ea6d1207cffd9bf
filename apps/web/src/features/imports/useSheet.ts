import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { columnOf, type SheetColumn, type SheetSchema } from "@clientela/shared/sheets/sheet";
import { createContext, use, useMemo } from "react";
import { currentLanguage } from "../../i18n/i18n.js";
import { importedFields, sheetLanguage } from "./sheets.js";

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

/** What is known of the fields of the import on screen. */
export function useSheet(): Sheet {
  const schema = use(SheetContext);
  const language = sheetLanguage(currentLanguage());
  return useMemo(
    () => ({
      schema,
      fields: importedFields(schema),
      labelOf: (field) => columnOf(schema, field)?.labels[language] ?? field,
      choicesOf: (field) =>
        (columnOf(schema, field)?.choices ?? []).map(({ labels }) => labels[language]),
      meaningsOf: (field) =>
        (columnOf(schema, field)?.choices ?? []).map(({ value, labels }) => ({
          value,
          label: labels[language],
        })),
      sayValue: (field, value) =>
        columnOf(schema, field)?.choices?.find((one) => one.value === value)?.labels[language] ??
        value,
    }),
    [schema, language],
  );
}
