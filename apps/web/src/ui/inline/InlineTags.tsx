import { TagsInput } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { useSaveError } from "../feedback/useSaveError.js";
import { TagList } from "../values/TagList.js";
import { InlineDisplay } from "./InlineDisplay.js";
import classes from "./InlineEdit.module.css";
import { useRefocus } from "./useRefocus.js";

interface InlineTagsProps {
  label: string;
  value: readonly string[];
  onSave: (value: string[]) => Promise<unknown>;
  readOnly?: boolean;
}

/** Tags that are edited in their place; leaving the field saves, Esc gives up. */
export function InlineTags({ label, value, onSave, readOnly }: InlineTagsProps) {
  const t = useT();
  const id = useId();
  const [draft, setDraft] = useState<string[]>();
  const [saving, setSaving] = useState(false);
  const { error, setError, reportFailure } = useSaveError();
  const leaving = useRef(false);
  const editing = draft !== undefined;
  // As it was when the edit began; what others save meanwhile must not slip under it.
  const begun = useRef({ value, onSave });
  const { rest, refocus } = useRefocus(editing);

  function close() {
    setDraft(undefined);
    setError(undefined);
  }

  async function save(tags: string[]) {
    if (tags.join("\n") === begun.current.value.join("\n")) return close();
    setSaving(true);
    try {
      await begun.current.onSave(tags);
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
        value={value.join(" ")}
        readOnly={readOnly}
        onOpen={() => {
          begun.current = { value, onSave };
          setDraft([...value]);
        }}
      >
        <TagList tags={value} />
      </InlineDisplay>
    );
  }
  return (
    <span className={classes.edit}>
      <TagsInput
        aria-label={label}
        aria-describedby={error ? id : undefined}
        autoFocus
        size="xs"
        value={draft}
        disabled={saving}
        clearButtonProps={{ "aria-label": t("ui.clear") }}
        onChange={(tags) => {
          setDraft(tags);
          // The field takes in what is half typed as it is left; that comes after the blur.
          if (leaving.current) void save(tags);
        }}
        onFocus={() => {
          leaving.current = false;
        }}
        onBlur={(event) => {
          leaving.current = true;
          if (!event.currentTarget.value.trim()) void save(draft);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            refocus(true);
            close();
          } else if (event.key === "Enter" && !event.currentTarget.value.trim()) {
            event.preventDefault();
            refocus(true);
            void save(draft);
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
