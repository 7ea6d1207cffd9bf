import { PasswordInput } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { StepDialog } from "./StepDialog.js";

interface PasswordDialogProps {
  title: string;
  text: string;
  submitLabel: string;
  destructive?: boolean;
  /** Whether a code of the second factor is required as well. */
  withCode?: boolean;
  /** Does it with the password; what it throws is shown, and the dialog stays. */
  onPassword: (password: string, code: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the password, and a code where it is wanted, before a change to how the person signs in. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { title, text, submitLabel, destructive, withCode, onPassword, onClose } = props;
  const t = useT();
  const form = useRecordForm({
    initial: { password: "", code: "" },
    check: ({ password, code }) => ({
      ...(password ? {} : { password: t("entry.passwordMissing") }),
      ...(!withCode || code.trim() ? {} : { code: t("entry.codeMissing") }),
    }),
    send: ({ password, code }) => onPassword(password, code),
  });
  return (
    <StepDialog title={title} onClose={onClose} step={{ form, submitLabel, destructive }}>
      <p>{text}</p>
      <PasswordInput
        label={t("settings.currentPassword")}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ "aria-label": t("entry.showPassword"), tabIndex: 0 }}
        {...form.form.getInputProps("password")}
      />
      {withCode && (
        <TextField
          label={t("entry.code")}
          description={t("entry.codeHint")}
          autoComplete="one-time-code"
          {...form.form.getInputProps("code")}
        />
      )}
    </StepDialog>
  );
}
