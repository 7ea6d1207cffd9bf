import { Button, CloseButton, Select, Switch, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useState } from "react";
import type { ImportRowFilter } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useStableValue } from "../../../ui/useStableValue.js";
import { useImportEdits } from "../importEdits.js";
import { useSheet } from "../useSheet.js";
import classes from "./FindBar.module.css";
import type { ShownColumn } from "./rows/importRows.js";
import { useRowCount } from "./rows/useRowCount.js";

/** What cells are searched for. */
export type CellSearch = NonNullable<ImportRowFilter["cell"]>;

interface FindBarProps {
  importId: string;
  columns: readonly ShownColumn[];
  /** Takes what is searched for, so that the rows that have it are shown. */
  onSearch: (search: CellSearch | undefined) => void;
  onClose: () => void;
}

const anyColumn = "any";

/** Finds a text in the cells of the file and replaces it, after saying in how many rows. */
export function FindBar({ importId, columns, onSearch, onClose }: FindBarProps) {
  const t = useT();
  const { labelOf } = useSheet();
  const attempt = useAttempt();
  const edits = useImportEdits();
  const [column, setColumn] = useState(anyColumn);
  const [text, setText] = useState("");
  const [replacement, setReplacement] = useState("");
  const [wholeCell, setWholeCell] = useState(false);
  const [sending, setSending] = useState(false);
  const [settled] = useDebouncedValue(text, 250);

  const where = { column: column === anyColumn ? null : Number(column), wholeCell };
  const search = useStableValue(settled === "" ? undefined : { text: settled, ...where });
  const count = useRowCount(importId, search && { cell: search });
  useEffect(() => onSearch(search), [onSearch, search]);

  async function replace() {
    if (!count || sending || text !== settled) return;
    setSending(true);
    await attempt(async () => {
      const rows = await edits.replace({
        id: importId,
        find: text,
        replace: replacement,
        ...where,
      });
      showToast({ message: t("import.cellsFixed", { count: rows }) });
      setText("");
    });
    setSending(false);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (event.target.type === "text") void replace();
    }
  }

  return (
    <section className={classes.bar} aria-label={t("import.findReplace")} onKeyDown={onKeyDown}>
      <Select
        aria-label={t("import.findIn")}
        className={classes.column}
        data={[
          { value: anyColumn, label: t("import.anyColumn") },
          ...columns.map(({ index, header, field }) => ({
            value: String(index),
            label: field === null ? header || t("import.row") : labelOf(field),
          })),
        ]}
        value={column}
        allowDeselect={false}
        withScrollArea={false}
        comboboxProps={{ shadow: "none" }}
        onChange={(value) => setColumn(value ?? anyColumn)}
      />
      <TextInput
        autoFocus
        className={classes.text}
        aria-label={t("import.find")}
        placeholder={t("import.find")}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <TextInput
        className={classes.text}
        aria-label={t("import.replaceWith")}
        placeholder={t("import.replaceWith")}
        autoComplete="off"
        spellCheck={false}
        value={replacement}
        onChange={({ currentTarget }) => setReplacement(currentTarget.value)}
      />
      <Switch
        label={t("import.wholeCell")}
        checked={wholeCell}
        onChange={({ currentTarget }) => setWholeCell(currentTarget.checked)}
      />
      <Button variant="default" loading={sending} disabled={!count} onClick={() => void replace()}>
        {t("import.replace")}
      </Button>
      <span role="status" className={classes.count}>
        {count !== undefined && t("import.foundIn", { count })}
      </span>
      <CloseButton className={classes.close} aria-label={t("ui.close")} onClick={onClose} />
    </section>
  );
}
