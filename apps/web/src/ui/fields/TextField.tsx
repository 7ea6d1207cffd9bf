import { TextInput, type TextInputProps } from "@mantine/core";
import type { ReactNode } from "react";
import { FieldLabel } from "./FieldLabel.js";

/** What every field takes next to the control's own properties. */
export interface FieldProps {
  label: string;
  /** The sentence under the control when its value cannot be saved. */
  error?: ReactNode;
  /** Marks a field that may stay empty. */
  optional?: boolean;
}

/** A line of text with its label and error. */
export function TextField({
  label,
  optional,
  error,
  ...rest
}: Omit<TextInputProps, "label" | "error"> & FieldProps) {
  return (
    <TextInput label={<FieldLabel label={label} optional={optional} />} error={error} {...rest} />
  );
}
