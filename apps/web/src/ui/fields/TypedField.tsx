import { TextInput, type TextInputProps } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAfterPress } from "../forms/useAfterPress.js";
import { FieldLabel } from "./FieldLabel.js";
import type { FieldProps } from "./TextField.js";

interface TypedFieldProps
  extends Omit<TextInputProps, "label" | "error" | "value" | "onChange">,
    FieldProps {
  /** The text as it was typed, or as it was understood. */
  value?: string;
  onChange: (text: string) => void;
  /** Writes a text as it is understood, or returns null where it stands for no value. */
  understand: (text: string) => string | null;
  /** The sentence under a text that says nothing. */
  unreadable: string;
}

/**
 * A text that stands for a value of another kind: when the field is left it shows what was understood. What cannot be
 * understood stays as it was typed, says so, and keeps its form from being sent.
 */
export function TypedField(props: TypedFieldProps) {
  const { value = "", onChange, onBlur, understand, unreadable, error, ...rest } = props;
  const { label, optional, ...input } = rest;
  const wrong = value.trim() !== "" && understand(value) === null ? unreadable : "";
  const { ref, shown, show, leave, hide } = useValidity(wrong);
  return (
    <TextInput
      ref={ref}
      label={label === "" ? undefined : <FieldLabel label={label} optional={optional} />}
      value={value}
      error={shown ?? error}
      onChange={(event) => {
        hide();
        onChange(event.currentTarget.value);
      }}
      onBlur={(event) => {
        const understood = understand(value);
        if (understood !== null && understood !== value) onChange(understood);
        leave();
        onBlur?.(event);
      }}
      onInvalid={show}
      {...input}
    />
  );
}

/** Makes a control invalid for its form (`checkValidity`), and shows why once the control is left or the form is sent. */
export function useValidity(wrong: string) {
  const ref = useRef<HTMLInputElement>(null);
  const [shows, setShows] = useState(false);
  const afterPress = useAfterPress();
  useEffect(() => ref.current?.setCustomValidity(wrong), [wrong]);
  const shown: ReactNode = shows && wrong ? wrong : undefined;
  const show = () => setShows(true);
  return { ref, shown, show, leave: () => afterPress(show), hide: () => setShows(false) };
}
