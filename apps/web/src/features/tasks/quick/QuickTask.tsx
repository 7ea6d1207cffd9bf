import { Modal, TextInput } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import { useT } from "../../../i18n/useT.js";
import {
  SuggestionList,
  suggestionAfter,
  suggestionId,
} from "../../../ui/suggestions/SuggestionList.js";
import { Kbd } from "../../../ui/values/Kbd.js";
import { LineChips } from "./LineChips.js";
import classes from "./QuickTask.module.css";
import { useQuickTask } from "./useQuickTask.js";

interface QuickTaskProps {
  /** The customer on screen, for whom the task is unless the line names another one. */
  customerId: string | null;
  /** What was typed before the dialog was there. */
  takeTyped: () => { text: string };
  onClose: () => void;
}

/** Makes a task of one line: "ligar para Ana amanhã 10h #Padaria @Bruno". */
export default function QuickTask({ customerId, takeTyped, onClose }: QuickTaskProps) {
  const t = useT();
  const listId = useId();
  const task = useQuickTask(customerId, onClose);
  const choices = task.line.customer === null ? [] : task.found;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const next = suggestionAfter(event.key, task.at, choices.length);
    if (next !== null) {
      event.preventDefault();
      task.choose(next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      void task.save();
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("tasks.quick")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={600}
      yOffset="12vh"
      transitionProps={{ duration: 80 }}
    >
      <TextInput
        data-autofocus
        size="md"
        autoComplete="off"
        aria-label={t("tasks.quick")}
        placeholder={t("tasks.quickExample")}
        value={task.text}
        error={task.problem}
        disabled={task.busy}
        aria-controls={choices.length > 0 ? listId : undefined}
        aria-activedescendant={choices.length > 0 ? suggestionId(listId, task.at) : undefined}
        onFocus={({ currentTarget }) => {
          const { text } = takeTyped();
          if (text) task.change(task.isKept ? text : task.text + text);
          // What was kept is there to go on with, and gives way to what is typed.
          else if (task.isKept) currentTarget.select();
        }}
        onChange={(event) => task.change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <LineChips task={task} />
      {choices.length > 1 && (
        <SuggestionList
          id={listId}
          label={t("shell.customers")}
          suggestions={choices.map(({ id, displayName, number }) => ({
            id,
            name: displayName,
            details: number,
          }))}
          at={task.at}
          onChoose={task.choose}
          className={classes.choices}
        />
      )}
      <p className={classes.hint}>
        {t("tasks.quickHint")} <Kbd keys="enter" />
      </p>
    </Modal>
  );
}
