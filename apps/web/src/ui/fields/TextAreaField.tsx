import { Textarea, type TextareaProps } from "@mantine/core";
import { FieldLabel } from "./FieldLabel.js";
import type { FieldProps } from "./TextField.js";

/** Several lines of text with their label and error; grows with what is written. */
export function TextAreaField({
  label,
  optional,
  error,
  ...rest
}: Omit<TextareaProps, "label" | "error"> & FieldProps) {
  return (
    <Textarea
      label={<FieldLabel label={label} optional={optional} />}
      error={error}
      autosize
      minRows={3}
      {...rest}
    />
  );
}
