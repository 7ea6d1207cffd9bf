import { Select } from "@mantine/core";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { useSaveError } from "../feedback/useSaveError.js";
import { InlineDisplay } from "./InlineDisplay.js";
import classes from "./InlineEdit.module.css";
import { useRefocus } from "./useRefocus.js";

interface InlineSelectProps {
  label: string;
  /** The chosen value; empty where there is none. */
  value: string;
  /** The chosen value in words. */
  shown: string;
  options: readonly { value: string; label: string }[];
  /** Saves the choice; an empty text is "none". Reject to keep the list open with what is wrong. */
  onSave: (value: string) => Promise<unknown>;
  /** Draws the value at rest; its words where it is omitted. */
  children?: ReactNode;
  /** Lets the person choose none. */
  clearable?: boolean;
  readOnly?: boolean;
  /** Runs when the list is about to open, to load what it offers. */
  onOpen?: () => void;
}

/** One choice that is changed in its place: a click or Enter opens the list, a choice saves. */
export function InlineSelect(props: InlineSelectProps) {
  const { label, value, shown, options, onSave, children, readOnly, clearable } = props;
  const t = useT();
  const id = useId();
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const { error, setError, reportFailure } = useSaveError();
  // As it was when the list opened; what others save meanwhile must not slip under it.
  const begun = useRef(onSave);
  const { rest, refocus } = useRefocus(editing);
  const typed = useRef(false);
  const [, setListed] = useState(false);

  // The field tells of a list that was there when it was drawn, so it is drawn again with the open list.
  useEffect(() => {
    if (!editing) return;
    const frame = requestAnimationFrame(() => setListed(true));
    return () => cancelAnimationFrame(frame);
  }, [editing]);

  function close() {
    setEditing(false);
    setError(undefined);
  }

  async function save(next: string) {
    if (next === value) return close();
    setSaving(true);
    try {
      await begun.current(next);
      close();
    } catch (failure) {
      reportFailure(failure);
    } finally {
      setSaving(false);
    }
  }

  if (!editing) {
    return (
      <InlineDisplay
        ref={rest}
        label={label}
        value={shown}
        readOnly={readOnly}
        onOpen={() => {
          props.onOpen?.();
          begun.current = onSave;
          typed.current = false;
          setListed(false);
          refocus(true);
          setEditing(true);
        }}
      >
        {children}
      </InlineDisplay>
    );
  }
  return (
    <span className={classes.edit}>
      <Select
        aria-label={label}
        aria-describedby={error ? id : undefined}
        autoFocus
        searchable
        selectFirstOptionOnChange
        size="xs"
        value={value || null}
        data={options.map((option) => ({ ...option }))}
        readOnly={saving}
        aria-busy={saving}
        clearable={clearable}
        allowDeselect={clearable ?? false}
        nothingFoundMessage={t("ui.nothingFound")}
        clearButtonProps={{ "aria-label": t("ui.clear") }}
        comboboxProps={{ shadow: "none", transitionProps: { duration: 80 } }}
        // The list itself scrolls: a box around it would have to take the focus.
        withScrollArea={false}
        classNames={{ options: classes.options }}
        onChange={(next) => void save(next ?? "")}
        // What is typed looks for another one; it does not go on from the name of the chosen one.
        onFocus={(event) => event.currentTarget.select()}
        onInput={() => {
          typed.current = true;
        }}
        onBlur={() => {
          if (!saving) setEditing(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            refocus(true);
            close();
          } else if (event.key === "Tab") {
            // As in a text: what was looked for is saved, and the focus goes on.
            refocus(false);
            const list = event.currentTarget.getAttribute("aria-controls") ?? "";
            const found = document.getElementById(list)?.querySelector("[data-combobox-selected]");
            if (typed.current && found instanceof HTMLElement) found.click();
          }
        }}
      />
      {error && (
        <span id={id} role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </span>
  );
}
