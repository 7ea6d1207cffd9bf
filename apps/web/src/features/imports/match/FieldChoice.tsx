import { columnOf } from "@clientela/shared/sheets/sheet";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useSheet } from "../useSheet.js";
import classes from "./ColumnTable.module.css";
import { type ColumnChoice, columnLetters, type ReadColumn } from "./matchColumns.js";

/** The select's value for no field at all. */
const nowhere = "";
/** Ends the value of an option that takes a field only where its own column is blank. */
const standsIn = "+";

interface FieldChoiceProps {
  column: ReadColumn;
  name: string;
  choice: ColumnChoice;
  /** All choices and columns, to show which column a field is mapped from. */
  others: readonly ColumnChoice[];
  columns: readonly ReadColumn[];
  disabled: boolean;
  onField: (field: string | null, fallback: boolean) => void;
}

/** The field that a column is mapped to, or is a fallback for. */
export function FieldChoice(props: FieldChoiceProps) {
  const { column, name, choice, others, columns, disabled, onField } = props;
  const t = useT();
  const { schema, fields, labelOf } = useSheet();

  function ownerOf(field: string): string | undefined {
    const owner = others.find(
      (one) => one.field === field && !one.fallback && one.index !== column.index,
    );
    const from = columns.find(({ index }) => index === owner?.index);
    return from && (from.header || columnLetters(from.index));
  }

  const options = fields.flatMap(({ key, required, partOf }) => {
    const label = partOf
      ? t("import.fieldPart", { field: labelOf(key), whole: labelOf(partOf) })
      : labelOf(key) + (required ? " *" : "");
    const owner = ownerOf(key);
    if (owner === undefined) return [{ value: key, label }];
    const moved = {
      value: key,
      label: t("import.fieldTaken", { field: label, column: owner }),
    };
    const beside = {
      value: key + standsIn,
      label: t("import.fieldBeside", { field: label, column: owner }),
    };
    return columnOf(schema, key)?.several ? [beside, moved] : [moved];
  });
  const isBeside = choice.fallback && choice.field !== null && ownerOf(choice.field) !== undefined;
  return (
    <SelectField
      label=""
      aria-label={t("import.fieldOf", { column: name })}
      className={classes.select}
      data={[{ value: nowhere, label: t("import.doNotImport") }, ...options]}
      value={choice.field === null ? nowhere : choice.field + (isBeside ? standsIn : "")}
      disabled={disabled}
      onChange={(value) => {
        const isFallback = value?.endsWith(standsIn) ?? false;
        const field = isFallback ? value?.slice(0, -standsIn.length) : value;
        onField(field || null, isFallback);
      }}
    />
  );
}
