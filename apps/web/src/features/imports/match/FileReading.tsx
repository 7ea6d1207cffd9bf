import { sheets } from "@clientela/shared/sheetRegister";
import { useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";
import { sheetRecordType } from "../sheets.js";
import classes from "./FileReading.module.css";
import { HeaderPicker } from "./HeaderPicker.js";
import { delimiters, quotings, textEncodings } from "./readingChoices.js";

const fragment = graphql(`
  fragment FileReading_import on Import {
    id
    recordType
    sheet
    sheetChoices {
      name
      hidden
    }
    headerRow
    encoding
    delimiter
    quoting
    matchKey
    preview {
      line
      cells
    }
  }
`);

interface FileReadingProps {
  import: FragmentType<typeof fragment>;
  disabled: boolean;
  /** Whether its columns are known, so that it can be said what rows are recognised by. */
  matchable?: boolean;
}

/** How the file is read: its sheet, the line of its headers, and what rows are recognised by. */
export function FileReading(props: FileReadingProps) {
  const t = useT();
  const attempt = useAttempt();
  const edits = useImportEdits();
  const [sending, setSending] = useState(false);
  const shown = readFragment(fragment, props.import);
  const {
    id,
    recordType,
    sheet,
    sheetChoices,
    headerRow,
    matchKey,
    preview,
    encoding,
    delimiter,
    quoting,
  } = shown;
  const disabled = props.disabled || sending;
  const keys = sheets[sheetRecordType(recordType)].matchKeys;

  async function change(what: Omit<Parameters<typeof edits.update>[0], "id">) {
    setSending(true);
    await attempt(() => edits.update({ id, ...what }));
    setSending(false);
  }

  return (
    <div className={classes.reading}>
      {sheetChoices.length > 1 && (
        <ReadingField
          label={t("import.sheet")}
          searchable
          choices={sheetChoices.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? t("import.hiddenSheet", { name }) : name,
          }))}
          value={sheet}
          disabled={disabled}
          onChange={(value) => void change({ sheet: value })}
        />
      )}
      <HeaderPicker
        headerRow={headerRow === 0 && !props.matchable ? null : headerRow}
        preview={preview}
        disabled={disabled}
        onChange={(line) => void change({ headerRow: line })}
      />
      {encoding && (
        <ReadingField
          label={t("import.encoding")}
          narrow
          searchable
          choices={textEncodings}
          value={encoding}
          disabled={disabled}
          onChange={(value) => void change({ encoding: value })}
        />
      )}
      {delimiter && (
        <ReadingField
          label={t("import.delimiter")}
          narrow
          choices={delimiters.map(({ value, key }) => ({ value, label: t(key) }))}
          value={delimiter}
          disabled={disabled}
          onChange={(value) => void change({ delimiter: value })}
        />
      )}
      {quoting && (
        <ReadingField
          label={t("import.quoting")}
          narrow
          choices={quotings.map((value) => ({ value, label: t(`import.quoting.${value}`) }))}
          value={quoting}
          disabled={disabled}
          onChange={(value) => void change({ quoting: value })}
        />
      )}
      {props.matchable && (
        <ReadingField
          label={t("import.matchKey")}
          choices={keys.map((key) => ({
            value: key,
            label: t(
              key === "NAME" && recordType !== "CUSTOMER"
                ? "import.matchKey.NAME_ALONE"
                : `import.matchKey.${key}`,
            ),
          }))}
          value={matchKey}
          disabled={disabled}
          onChange={(value) => void change({ matchKey: value })}
        />
      )}
    </div>
  );
}

interface ReadingFieldProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string }[];
  value: string | null | undefined;
  disabled: boolean;
  searchable?: boolean;
  narrow?: boolean;
  /** Called with another value than the one that is. */
  onChange: (value: Value) => void;
}

/** One choice of how the file is read. */
function ReadingField<Value extends string>(props: ReadingFieldProps<Value>) {
  const { label, choices, value, disabled, searchable = false, narrow, onChange } = props;
  return (
    <SelectField
      label={label}
      className={narrow ? classes.narrow : classes.field}
      searchable={searchable}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={value ?? null}
      disabled={disabled}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen && chosen.value !== value) onChange(chosen.value);
      }}
    />
  );
}
