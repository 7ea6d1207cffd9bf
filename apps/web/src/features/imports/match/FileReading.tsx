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
        <SelectField
          label={t("import.sheet")}
          className={classes.field}
          data={sheetChoices.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? t("import.hiddenSheet", { name }) : name,
          }))}
          value={sheet ?? null}
          disabled={disabled}
          onChange={(value) => {
            if (value !== null && value !== sheet) void change({ sheet: value });
          }}
        />
      )}
      <HeaderPicker
        headerRow={headerRow === 0 && !props.matchable ? null : headerRow}
        preview={preview}
        disabled={disabled}
        onChange={(line) => void change({ headerRow: line })}
      />
      {encoding && (
        <SelectField
          label={t("import.encoding")}
          className={classes.narrow}
          data={textEncodings.map(({ value, label }) => ({ value, label }))}
          value={encoding}
          disabled={disabled}
          onChange={(value) => {
            if (value !== null && value !== encoding) void change({ encoding: value });
          }}
        />
      )}
      {delimiter && (
        <SelectField
          label={t("import.delimiter")}
          className={classes.narrow}
          searchable={false}
          data={delimiters.map(({ value, key }) => ({ value, label: t(key) }))}
          value={delimiter}
          disabled={disabled}
          onChange={(value) => {
            if (value !== null && value !== delimiter) void change({ delimiter: value });
          }}
        />
      )}
      {quoting && (
        <SelectField
          label={t("import.quoting")}
          className={classes.narrow}
          searchable={false}
          data={quotings.map((value) => ({ value, label: t(`import.quoting.${value}`) }))}
          value={quoting}
          disabled={disabled}
          onChange={(value) => {
            if (value !== null && value !== quoting) void change({ quoting: value });
          }}
        />
      )}
      {props.matchable && (
        <SelectField
          label={t("import.matchKey")}
          className={classes.field}
          searchable={false}
          data={keys.map((key) => ({
            value: key,
            label: t(
              key === "NAME" && recordType !== "CUSTOMER"
                ? "import.matchKey.NAME_ALONE"
                : `import.matchKey.${key}`,
            ),
          }))}
          value={matchKey}
          disabled={disabled}
          onChange={(value) => {
            const key = keys.find((one) => one === value);
            if (key && key !== matchKey) void change({ matchKey: key });
          }}
        />
      )}
    </div>
  );
}
