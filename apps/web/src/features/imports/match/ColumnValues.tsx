import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useSheet } from "../useSheet.js";
import classes from "./ColumnValues.module.css";
import type { ReadColumn } from "./matchColumns.js";

/** The value of the select that leaves cells blank. */
const blank = "";

interface ColumnValuesProps {
  column: ReadColumn;
  disabled: boolean;
  onMeaning: (value: string, mappedTo: string | null) => void;
}

/** The meaning of a column's values for a field with fixed choices: those that it does not recognise. */
export function ColumnValues({ column, disabled, onMeaning }: ColumnValuesProps) {
  const t = useT();
  const format = useFormat();
  const { meaningsOf } = useSheet();
  if (column.field === null) return null;
  const unknown = column.values.filter(({ mappedTo, isChosen }) => mappedTo === null || isChosen);
  if (unknown.length === 0) return null;
  const meanings = meaningsOf(column.field);
  return (
    <dl className={classes.values}>
      {unknown.map(({ value, rows, mappedTo, isChosen }) => (
        <div key={value} className={classes.value}>
          <dt title={value}>
            {value} <span className={classes.rows}>{format.number(rows)}</span>
          </dt>
          <dd>
            <SelectField
              label=""
              aria-label={t("import.meaningOf", { value })}
              placeholder={t("import.whatMeans")}
              data={[{ value: blank, label: t("import.leaveBlank") }, ...meanings]}
              value={isChosen ? (mappedTo ?? blank) : null}
              disabled={disabled}
              onChange={(next) => onMeaning(value, next === blank ? null : next)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
