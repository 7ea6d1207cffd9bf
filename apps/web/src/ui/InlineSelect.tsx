import { Select } from "@mantine/core";
import { type ReactNode, useId, useRef, useState } from "react";
import { useT } from "../i18n/useT.js";
import { sayFailure } from "./apiError.js";
import classes from "./InlineEdit.module.css";
import { InlineRest } from "./InlineRest.js";
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
  /** Draws the value at rest; its words where it is left out. */
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
  const [error, setError] = useState<string>();
  // As it was when the list opened; what others save meanwhile must not slip under it.
  const begun = useRef(onSave);
  const { rest, refocus } = useRefocus(editing);

  function close() {
    refocus(true);
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
      setError(sayFailure(failure) ?? t("ui.notSaved"));
    } finally {
      setSaving(false);
    }
  }

  if (!editing) {
    return (
      <InlineRest
        ref={rest}
        label={label}
        value={shown}
        readOnly={readOnly}
        onOpen={() => {
          props.onOpen?.();
          begun.current = onSave;
          setEditing(true);
        }}
      >
        {children}
      </InlineRest>
    );
  }
  return (
    <span className={classes.edit}>
      <Select
        aria-label={label}
        aria-describedby={error ? id : undefined}
        autoFocus
        defaultDropdownOpened
        searchable
        selectFirstOptionOnChange
        size="xs"
        value={value || null}
        data={options.map((option) => ({ ...option }))}
        disabled={saving}
        clearable={clearable}
        allowDeselect={clearable ?? false}
        nothingFoundMessage={t("ui.nothingFound")}
        clearButtonProps={{ "aria-label": t("ui.clear") }}
        comboboxProps={{ shadow: "none", transitionProps: { duration: 80 } }}
        onChange={(next) => void save(next ?? "")}
        // What is typed looks for another one; it does not go on from the name of the chosen one.
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          if (!saving) setEditing(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
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
