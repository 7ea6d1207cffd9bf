import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useSaveError } from "../feedback/useSaveError.js";
import { useRefocus } from "./useRefocus.js";

interface InlineSelectOptions {
  value: string;
  onSave: (value: string) => Promise<unknown>;
  onOpen?: () => void;
}

/** The behaviour of a choice that is changed in its place: when it is open, what is saved, and what its keys do. */
export function useInlineSelect({ value, onSave, onOpen }: InlineSelectOptions) {
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const { error, setError, reportFailure } = useSaveError();
  // As it was when the list opened; what others save meanwhile must not slip under it.
  const begun = useRef(onSave);
  const { rest, refocus } = useRefocus(editing);
  const typed = useRef(false);
  const [, setListed] = useState(false);

  // The field names its list to assistive technology only if the list was rendered before it, so it is rendered again.
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

  function open() {
    onOpen?.();
    begun.current = onSave;
    typed.current = false;
    setListed(false);
    refocus(true);
    setEditing(true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
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
  }

  return {
    editing,
    saving,
    error,
    rest,
    open,
    save,
    control: {
      onKeyDown,
      onInput: () => {
        typed.current = true;
      },
      onBlur: () => {
        if (!saving) setEditing(false);
      },
    },
  };
}
