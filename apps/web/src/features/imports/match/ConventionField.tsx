import { columnOf } from "@clientela/shared/sheets/sheet";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useSheet } from "../useSheet.js";
import classes from "./ColumnTable.module.css";
import type { ColumnConventions, ReadColumn } from "./matchColumns.js";

const orders = ["DMY", "MDY"] as const;
const marks = ["COMMA", "POINT"] as const;
const numberTypes = ["number", "money", "integer"];

interface ConventionFieldProps {
  column: ReadColumn;
  /** What the column is called. */
  name: string;
  /** What the import waits for: `chooseDateOrder` and `chooseDecimalMark` ask for a convention. */
  waitsFor: string | null;
  disabled: boolean;
  onChoose: (chosen: Partial<ColumnConventions>) => void;
}

/** The format of the dates or numbers of a column that can be read in two ways: detected, or to be chosen. */
export function ConventionField(props: ConventionFieldProps) {
  const { column, name, waitsFor, disabled, onChoose } = props;
  const t = useT();
  const { schema } = useSheet();
  const type = column.field === null ? undefined : columnOf(schema, column.field)?.type;
  if (type === "date" && (column.dateOrder !== null || waitsFor === "chooseDateOrder")) {
    return (
      <SelectField
        label=""
        aria-label={t("import.dateOrder", { column: name })}
        className={classes.convention}
        placeholder={t("import.pleaseChoose")}
        searchable={false}
        data={orders.map((order) => ({ value: order, label: t(`import.dateOrder.${order}`) }))}
        value={column.dateOrder}
        disabled={disabled}
        onChange={(value) => onChoose({ dateOrder: orders.find((order) => order === value) })}
      />
    );
  }
  const isNumber = type !== undefined && numberTypes.includes(type);
  if (isNumber && (column.decimalMark !== null || waitsFor === "chooseDecimalMark")) {
    return (
      <SelectField
        label=""
        aria-label={t("import.decimalMark", { column: name })}
        className={classes.convention}
        placeholder={t("import.pleaseChoose")}
        searchable={false}
        data={marks.map((mark) => ({ value: mark, label: t(`import.decimalMark.${mark}`) }))}
        value={column.decimalMark}
        disabled={disabled}
        onChange={(value) => onChoose({ decimalMark: marks.find((mark) => mark === value) })}
      />
    );
  }
  return null;
}
