import { PasswordInput } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { StepDialog } from "./StepDialog.js";

interface PasswordDialogProps {
  title: string;
  text: string;
  submitLabel: string;
  destructive?: boolean;
  /** Does it with the password; what it throws is shown, and the dialog stays. */
  onPassword: (password: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the password before a change to how the person signs in. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { title, text, submitLabel, destructive, onPassword, onClose } = props;
  const t = useT();
  const form = useRecordForm({
    initial: { password: "" },
    check: ({ password }) => (password ? {} : { password: t("entry.passwordMissing") }),
    send: ({ password }) => onPassword(password),
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
    </StepDialog>
  );
}
