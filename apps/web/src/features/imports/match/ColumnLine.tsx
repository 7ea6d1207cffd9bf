import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { ImportColumnRule } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import { useSheet } from "../useSheet.js";
import classes from "./ColumnTable.module.css";
import { ColumnValues } from "./ColumnValues.js";
import { ConventionField } from "./ConventionField.js";
import { FieldChoice } from "./FieldChoice.js";
import {
  type ColumnChange,
  type ColumnChoice,
  type ColumnConventions,
  columnLetters,
  type ReadColumn,
  type Sureness,
  surenessOf,
} from "./matchColumns.js";
import { useColumnReason } from "./useColumnReason.js";

const tones: Record<Sureness, Tone> = {
  exact: "green",
  likely: "blue",
  check: "amber",
  chosen: "green",
  none: "grey",
};

const rules = ["OVERWRITE", "FILL_BLANKS", "NEVER"] as const satisfies ImportColumnRule[];

interface ColumnLineProps {
  column: ReadColumn;
  choice: ColumnChoice;
  /** All choices and columns, to show which column a field is mapped from. */
  others: readonly ColumnChoice[];
  columns: readonly ReadColumn[];
  /** The systems that ids come from already. */
  sources: readonly string[];
  disabled: boolean;
  onChoose: (change: ColumnChange) => void;
  /** What the import waits for, by its code. */
  waitsFor: string | null;
  onConvention: (chosen: Partial<ColumnConventions>) => void;
  onMeaning: (value: string, mappedTo: string | null) => void;
}

/** A column of the file: what is in it, where it goes, and why. */
export function ColumnLine(props: ColumnLineProps) {
  const { column, choice, others, columns, disabled, onChoose } = props;
  const t = useT();
  const { labelOf } = useSheet();
  const sayReason = useColumnReason();
  const letters = columnLetters(column.index);
  const name = column.header.trim() || t("import.noHeader", { letters });
  const sureness = surenessOf(column, choice);
  const samples = column.samples.filter((sample) => sample.trim() !== "").slice(0, 3);
  const isAsFound = choice.field === column.field;
  const reason = isAsFound ? sayReason(column) : undefined;
  const { suggestion } = column;

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
        <FieldChoice
          column={column}
          name={name}
          choice={choice}
          others={others}
          columns={columns}
          sources={props.sources}
          disabled={disabled}
          onField={(field, fallback) => onChoose({ field, fallback })}
        />
        {reason && <p className={classes.reason}>{reason}</p>}
        {sureness === "check" && suggestion !== null && !disabled && (
          <div className={classes.choices}>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChoose({ field: suggestion, fallback: false })}
            >
              {t("import.useSuggestion", { field: labelOf(suggestion) })}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => onChoose({ field: null })}>
              {t("import.doNotImport")}
            </Button>
          </div>
        )}
        {isAsFound && (
          <>
            <ConventionField
              column={column}
              name={name}
              waitsFor={props.waitsFor}
              disabled={disabled}
              onChoose={props.onConvention}
            />
            <ColumnValues column={column} disabled={disabled} onMeaning={props.onMeaning} />
          </>
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
              if (rule) onChoose({ rule });
            }}
          />
        )}
      </td>
    </tr>
  );
}
