import { type ReactNode, useId, useRef, useState } from "react";
import { useSaveError } from "../feedback/useSaveError.js";
import { useAfterPress } from "../forms/useAfterPress.js";
import { InlineDisplay } from "./InlineDisplay.js";
import classes from "./InlineEdit.module.css";
import { useRefocus } from "./useRefocus.js";

interface InlineEditProps {
  label: string;
  value: string;
  /** Saves a changed text. Throw or reject to keep the field open with what was typed. */
  onSave: (value: string) => Promise<unknown>;
  /** Draws the value at rest; the text itself where it is omitted. */
  children?: ReactNode;
  /** The value at rest, where it is written otherwise than it is edited: "30 days". */
  shown?: string;
  /** What the empty field shows while it is edited: a mask. */
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
  const { label, value, onSave, children, shown, placeholder, check, readOnly, multiline } = props;
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const { error, setError, reportFailure } = useSaveError();
  const afterPress = useAfterPress();
  const [saving, setSaving] = useState(false);
  // As it was when the edit began; what others save meanwhile must not slip under it.
  const begun = useRef({ value, onSave });
  const editing = draft !== undefined;
  const { rest, refocus } = useRefocus(editing);

  function close() {
    setDraft(undefined);
    setError(undefined);
  }

  async function save(showing = (show: () => void) => show()) {
    if (draft === undefined || saving) return;
    const text = draft.trim();
    if (text === begun.current.value) return close();
    const wrong = check?.(text);
    if (wrong) return showing(() => setError(wrong));
    setSaving(true);
    try {
      await begun.current.onSave(text);
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
        value={value && (shown ?? value)}
        readOnly={readOnly}
        onOpen={() => {
          begun.current = { value, onSave };
          setDraft(value);
        }}
      >
        {children}
      </InlineDisplay>
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
          refocus(false);
          void save(afterPress);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const enter = event.key === "Enter" && !(multiline && event.shiftKey);
          if (enter) {
            event.preventDefault();
            event.stopPropagation();
            refocus(true);
            void save();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            refocus(true);
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
