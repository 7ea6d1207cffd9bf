import {
  externalIdsColumn,
  fieldOfSource,
  sourceOfField,
} from "@clientela/shared/sheets/externalIdColumns";
import { columnOf, hasSources } from "@clientela/shared/sheets/sheet";
import { useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useSheet } from "../useSheet.js";
import classes from "./ColumnTable.module.css";
import { type ColumnChoice, columnLetters, type ReadColumn } from "./matchColumns.js";
import { SourceName } from "./SourceName.js";

/** The select's value for no field at all. */
const nowhere = "";
/** Ends the value of an option that takes a field only where its own column is blank. */
const standsIn = "+";
/** The select's value for ids of a system that is still to be named. */
const otherSource = fieldOfSource("");

// A system can be named with anything at its end.
const isStandIn = (value: string | null): boolean =>
  (value?.endsWith(standsIn) ?? false) && sourceOfField(value) === null;

interface FieldChoiceProps {
  column: ReadColumn;
  name: string;
  choice: ColumnChoice;
  /** All choices and columns, to show which column a field is mapped from. */
  others: readonly ColumnChoice[];
  columns: readonly ReadColumn[];
  /** The systems that ids come from already. */
  sources: readonly string[];
  disabled: boolean;
  onField: (field: string | null, fallback: boolean) => void;
}

/** The field that a column is mapped to, or is a fallback for. */
export function FieldChoice(props: FieldChoiceProps) {
  const { column, name, choice, others, columns, sources, disabled, onField } = props;
  const t = useT();
  const { schema, fields, labelOf } = useSheet();
  const [naming, setNaming] = useState(false);

  function ownerOf(field: string): string | undefined {
    const owner = others.find(
      (one) => one.field === field && !one.fallback && one.index !== column.index,
    );
    const from = columns.find(({ index }) => index === owner?.index);
    return from && (from.header || columnLetters(from.index));
  }

  const sourced = [
    ...new Set([
      ...sources.map(fieldOfSource),
      ...others.flatMap(({ field }) => (sourceOfField(field) === null ? [] : (field ?? []))),
    ]),
  ].flatMap((field) => columnOf(schema, field) ?? []);
  // Only our own exports have ids of several systems in one column.
  const isShared = [choice.field, column.suggestion].includes(externalIdsColumn.key);
  const own = isShared ? fields : fields.filter(({ key }) => key !== externalIdsColumn.key);
  const options = [...own, ...sourced].flatMap(({ key, required, partOf }) => {
    const label = partOf
      ? t("import.fieldPart", { field: labelOf(key), whole: labelOf(partOf) })
      : labelOf(key) + (required ? " *" : "");
    const owner = ownerOf(key);
    if (owner === undefined) return [{ value: key, label }];
    const moved = {
      value: key,
      label: t("import.fieldTaken", { field: label, column: owner }),
    };
    const { several, furtherIn } = columnOf(schema, key) ?? {};
    const fallback = {
      value: key + standsIn,
      label: furtherIn
        ? t("import.fieldFurther", { field: label, column: owner, further: labelOf(furtherIn) })
        : t("import.fieldFallback", { field: label, column: owner }),
    };
    return several ? [fallback, moved] : [moved];
  });
  const isFallback =
    choice.fallback && choice.field !== null && ownerOf(choice.field) !== undefined;
  const chosen = choice.field === null ? nowhere : choice.field + (isFallback ? standsIn : "");

  function choose(value: string | null) {
    setNaming(value === otherSource);
    if (value === otherSource) return;
    const isFallback = isStandIn(value);
    onField((isFallback ? value?.slice(0, -standsIn.length) : value) || null, isFallback);
  }

  return (
    <>
      <SelectField
        label=""
        aria-label={t("import.fieldOf", { column: name })}
        className={classes.select}
        data={[
          { value: nowhere, label: t("import.doNotImport") },
          ...options,
          ...(hasSources(schema)
            ? [{ value: otherSource, label: t("import.externalIdOther") }]
            : []),
        ]}
        value={naming ? otherSource : chosen}
        disabled={disabled}
        onChange={choose}
      />
      {naming && !disabled && (
        <SourceName
          column={name}
          onCancel={() => setNaming(false)}
          onField={(field) => choose(field)}
        />
      )}
    </>
  );
}
