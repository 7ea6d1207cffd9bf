import { Modal, TextInput } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import { useT } from "../../../i18n/useT.js";
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
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      task.choose((task.at + step + choices.length) % choices.length);
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
        aria-activedescendant={choices.length > 0 ? `${listId}-${task.at}` : undefined}
        onFocus={() => {
          const { text } = takeTyped();
          if (text) task.change(task.text + text);
        }}
        onChange={(event) => task.change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <LineChips task={task} />
      {choices.length > 1 && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("shell.customers")}
          className={classes.choices}
        >
          {choices.map(({ id, displayName, number }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the line keeps the focus, and says which one is active.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the line choose.
            <div
              key={id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === task.at}
              className={classes.choice}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => task.choose(index)}
            >
              {displayName} <span className={classes.number}>{number}</span>
            </div>
          ))}
        </div>
      )}
      <p className={classes.hint}>
        {t("tasks.quickHint")} <Kbd keys="enter" />
      </p>
    </Modal>
  );
}
