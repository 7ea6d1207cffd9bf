import { Button, Popover } from "@mantine/core";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useSheet } from "../useSheet.js";
import classes from "./FixableCell.module.css";
import type { Fixing } from "./fixing.js";
import { nextFix } from "./nextFix.js";
import { issueOfCell, type RowCellProps } from "./rows/RowCell.js";
import { useRowCount } from "./rows/useRowCount.js";
import { useRowIssue } from "./rows/useRowIssue.js";

interface CellEditorProps extends RowCellProps {
  fixing: Fixing;
  /** The current text of the cell. */
  text: string;
}

/**
 * A cell while it is fixed: Enter saves, Ctrl/⌘ Enter corrects all that say the same, Esc gives up, Tab
 * saves and goes on to the next cell.
 */
export function CellEditor({ row, column, field, fixing, text }: CellEditorProps) {
  const t = useT();
  const format = useFormat();
  const { labelOf, choicesOf } = useSheet();
  const id = useId();
  const sayIssue = useRowIssue([{ index: column, header: "", field, fallback: false }]);
  const [draft, setDraft] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  const { fixes, importId, place, save } = fixing;
  const { line } = row;
  const issue = issueOfCell({ row, column });
  const alike = useRowCount(importId, { cell: { column, text, wholeCell: true } }) ?? 1;
  const changed = draft !== text;

  useLayoutEffect(() => input.current?.focus(), []);

  function end(how: "save" | "all" | "leave") {
    if (ended.current) return;
    ended.current = true;
    if (how !== "leave" && changed) {
      save({ line, column, text: draft, allMatching: how === "all" && alike > 1 });
    }
    fixes.close(place, line, column);
  }

  // The grid's own keys work on its cells, so that one takes the focus; elsewhere the button does.
  function endAndStay(how: "save" | "all" | "leave") {
    const cell = input.current?.closest<HTMLElement>("[data-cell]");
    const around = input.current?.parentElement;
    end(how);
    if (cell) cell.focus({ preventScroll: true });
    else setTimeout(() => around?.querySelector<HTMLElement>("[data-fix]")?.focus());
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      const all = event.ctrlKey || event.metaKey;
      endAndStay(event.key === "Escape" ? "leave" : all ? "all" : "save");
    } else if (event.key === "Tab") {
      const next = nextFix(event.currentTarget, event.shiftKey ? -1 : 1);
      if (next) event.preventDefault();
      end("save");
      next?.click();
    }
    event.stopPropagation();
  }

  return (
    <Popover
      opened
      position="bottom-start"
      width={340}
      withRoles={false}
      shadow="none"
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <input
          ref={input}
          data-fix=""
          data-mantine-stop-propagation="true"
          className={classes.input}
          aria-label={t("import.cellOf", {
            field: labelOf(field),
            line: format.number(line),
          })}
          aria-describedby={id}
          list={`${id}-choices`}
          autoComplete="off"
          spellCheck={false}
          value={draft}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setDraft(currentTarget.value)}
          onBlur={() => end("save")}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div id={id} className={classes.help}>
          {issue && (
            <p className={classes.issue} data-severity={issue.severity}>
              {sayIssue(issue)}
            </p>
          )}
          <Alike count={alike} changed={changed} onAll={() => endAndStay("all")} />
        </div>
        <datalist id={`${id}-choices`}>
          {choicesOf(field).map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      </Popover.Dropdown>
    </Popover>
  );
}

interface AlikeProps {
  /** How many cells say the same, with this one. */
  count: number;
  changed: boolean;
  onAll: () => void;
}

/** The way to correct all cells that say the same, and the keys. */
function Alike({ count, changed, onAll }: AlikeProps) {
  const t = useT();
  if (count <= 1) return <p className={classes.keys}>{t("import.fixKeys")}</p>;
  return (
    <>
      <p>{t("import.alike", { count: count - 1 })}</p>
      <Button
        size="xs"
        variant="default"
        disabled={!changed}
        // The focus stays where the text is typed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onAll}
      >
        {t("import.mendAll", { count })}
      </Button>
      <p className={classes.keys}>{t("import.fixKeysAll")}</p>
    </>
  );
}
