import { useT } from "../../../i18n/useT.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { OneTimeSecret } from "../../../ui/overlays/OneTimeSecret.js";
import { QrCode } from "./QrCode.js";
import { StepDialog } from "./StepDialog.js";
import type { TwoFactorSetup } from "./twoFactorEdits.js";

interface AppDialogProps {
  setup: TwoFactorSetup;
  /** Sends the first code; what it throws is shown, and the dialog stays. */
  onCode: (code: string) => Promise<unknown>;
  onClose: () => void;
}

/** Shows the secret for an authenticator app, and asks for its first code. */
export function AppDialog({ setup, onCode, onClose }: AppDialogProps) {
  const t = useT();
  const form = useRecordForm({
    initial: { code: "" },
    check: ({ code }) => (code.trim() ? {} : { code: t("entry.codeMissing") }),
    send: ({ code }) => onCode(code),
  });
  return (
    <StepDialog
      title={t("settings.twoFactorApp")}
      onClose={onClose}
      step={{ form, submitLabel: t("settings.twoFactorOn") }}
    >
      <p>{t("settings.twoFactorScan")}</p>
      <QrCode text={setup.uri} label={t("settings.twoFactorQr")} />
      <OneTimeSecret label={t("settings.twoFactorSecret")} value={setup.secret} />
      <TextField
        label={t("entry.code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        data-autofocus
        {...form.form.getInputProps("code")}
      />
    </StepDialog>
  );
}
