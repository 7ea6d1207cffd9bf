import { IconArrowRight } from "@tabler/icons-react";
import type { ImportColumnRule } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { Badge, type Tone } from "../../../ui/Badge.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useSheet } from "../useSheet.js";
import classes from "./ColumnTable.module.css";
import { ConventionField } from "./ConventionField.js";
import {
  type ColumnChoice,
  type ColumnConventions,
  columnLetters,
  type ReadColumn,
  type Sureness,
  surenessOf,
} from "./matchColumns.js";

const tones: Record<Sureness, Tone> = {
  exact: "green",
  likely: "blue",
  check: "amber",
  chosen: "green",
  none: "grey",
};

const rules = ["OVERWRITE", "FILL_BLANKS", "NEVER"] as const satisfies ImportColumnRule[];

/** The value of the select that stands for no field at all. */
const nowhere = "";

interface ColumnLineProps {
  column: ReadColumn;
  choice: ColumnChoice;
  /** All choices and columns, to say where a field comes from now. */
  others: readonly ColumnChoice[];
  columns: readonly ReadColumn[];
  disabled: boolean;
  onField: (field: string | null) => void;
  onRule: (rule: ImportColumnRule) => void;
  /** What the import waits for, by its code. */
  waitsFor: string | null;
  onConvention: (chosen: Partial<ColumnConventions>) => void;
}

/** A column of the file: what is in it, and where it goes. */
export function ColumnLine(props: ColumnLineProps) {
  const { column, choice, others, columns, disabled, onField, onRule } = props;
  const t = useT();
  const { fields, labelOf } = useSheet();
  const letters = columnLetters(column.index);
  const name = column.header.trim() || t("import.noHeader", { letters });
  const sureness = surenessOf(column, choice);
  const samples = column.samples.filter((sample) => sample.trim() !== "").slice(0, 3);

  const options = fields.map(({ key, required, partOf }) => {
    const label = partOf
      ? t("import.fieldPart", { field: labelOf(key), whole: labelOf(partOf) })
      : labelOf(key) + (required ? " *" : "");
    const owner = others.find((one) => one.field === key && one.index !== column.index);
    const from = columns.find(({ index }) => index === owner?.index);
    return {
      value: key,
      label: from
        ? t("import.fieldTaken", { field: label, column: from.header || columnLetters(from.index) })
        : label,
    };
  });

  return (
    <tr data-sureness={sureness}>
      <th scope="row" className={classes.header}>
        <span className={classes.letters} aria-hidden="true">
          {letters}
        </span>
        <span className={classes.name}>{name}</span>
      </th>
      <td className={classes.samples}>
        {samples.length === 0 ? (
          <span className={classes.none}>{t("import.emptyColumn")}</span>
        ) : (
          <span className={classes.sample} title={samples.join("\n")}>
            {samples.join(" · ")}
          </span>
        )}
      </td>
      <td className={classes.field}>
        <IconArrowRight size={14} className={classes.arrow} aria-hidden="true" />
        <SelectField
          label=""
          aria-label={t("import.fieldOf", { column: name })}
          className={classes.select}
          data={[{ value: nowhere, label: t("import.doNotImport") }, ...options]}
          value={choice.field ?? nowhere}
          disabled={disabled}
          onChange={(value) => onField(value === nowhere ? null : value)}
        />
        {choice.field === column.field && (
          <ConventionField
            column={column}
            name={name}
            waitsFor={props.waitsFor}
            disabled={disabled}
            onChoose={props.onConvention}
          />
        )}
      </td>
      <td className={classes.sure}>
        <Badge tone={tones[sureness]}>{t(`import.sure.${sureness}`)}</Badge>
      </td>
      <td className={classes.rule}>
        {choice.field !== null && (
          <SelectField
            label=""
            aria-label={t("import.ruleOf", { column: name })}
            className={classes.select}
            searchable={false}
            data={rules.map((rule) => ({ value: rule, label: t(`import.rule.${rule}`) }))}
            value={choice.rule}
            disabled={disabled}
            onChange={(value) => {
              const rule = rules.find((one) => one === value);
              if (rule) onRule(rule);
            }}
          />
        )}
      </td>
    </tr>
  );
}
