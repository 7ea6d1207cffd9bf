import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useT } from "../../i18n/useT.js";
import { FieldLabel } from "./FieldLabel.js";
import type { FieldProps } from "./TextField.js";

/** A password that can be shown; paste and password managers work. */
export function PasswordField({
  label,
  optional,
  error,
  ...rest
}: Omit<PasswordInputProps, "label" | "error"> & FieldProps) {
  const t = useT();
  return (
    <PasswordInput
      label={<FieldLabel label={label} optional={optional} />}
      error={error}
      visibilityToggleButtonProps={{ "aria-label": t("ui.showPassword"), tabIndex: 0 }}
      {...rest}
    />
  );
}
