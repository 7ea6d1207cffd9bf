import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useT } from "../i18n/useT.js";
import classes from "./InlineEdit.module.css";

interface InlineEditProps {
  label: string;
  value: string;
  /** Saves a changed text. Throw or reject to keep the field open with what was typed. */
  onSave: (value: string) => Promise<unknown>;
  /** Draws the value at rest; the text itself where it is left out. */
  children?: ReactNode;
  /** What stands where there is no value yet. */
  placeholder?: string;
  /** Says what is wrong with a text before it is sent, or nothing. */
  check?: (value: string) => string | undefined;
  readOnly?: boolean;
  multiline?: boolean;
}

/**
 * One value that is edited in its place: a click or Enter opens it, Enter saves, Esc gives up, Tab
 * saves and goes on. A save that fails stays open with its text and says why.
 */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, onSave, children, placeholder, check, readOnly, multiline } = props;
  const t = useT();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const rest = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  const editing = draft !== undefined;

  useEffect(() => {
    if (!editing && refocus.current) {
      refocus.current = false;
      rest.current?.focus();
    }
  }, [editing]);

  function close() {
    setDraft(undefined);
    setError(undefined);
  }

  async function save() {
    if (draft === undefined || saving) return;
    const text = draft.trim();
    if (text === value) return close();
    const wrong = check?.(text);
    if (wrong) return setError(wrong);
    setSaving(true);
    try {
      await onSave(text);
      close();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : t("ui.notSaved"));
    } finally {
      setSaving(false);
    }
  }

  if (!editing) {
    const shown = children ?? value;
    if (readOnly) return <span className={classes.still}>{shown || "–"}</span>;
    return (
      <button
        ref={rest}
        type="button"
        className={classes.rest}
        aria-label={t("ui.editField", { label, value: value || t("ui.empty") })}
        onClick={() => setDraft(value)}
      >
        {value ? shown : <span className={classes.empty}>{placeholder ?? t("ui.add")}</span>}
        <IconPencil className={classes.pencil} size={13} aria-hidden="true" />
      </button>
    );
  }

  const Control = multiline ? "textarea" : "input";
  return (
    <span className={classes.edit}>
      <Control
        autoFocus
        className={classes.input}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        aria-busy={saving}
        readOnly={saving}
        value={draft}
        placeholder={placeholder}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => {
          refocus.current = false;
          void save();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const enter = event.key === "Enter" && !(multiline && event.shiftKey);
          if (enter) {
            event.preventDefault();
            event.stopPropagation();
            refocus.current = true;
            void save();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            refocus.current = true;
            close();
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
