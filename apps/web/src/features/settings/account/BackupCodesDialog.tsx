import { useT } from "../../../i18n/useT.js";
import { OneTimeSecret } from "../../../ui/overlays/OneTimeSecret.js";
import { StepDialog } from "./StepDialog.js";

interface BackupCodesDialogProps {
  codes: readonly string[];
  onClose: () => void;
}

/** Shows the backup codes; they cannot be shown again. */
export function BackupCodesDialog({ codes, onClose }: BackupCodesDialogProps) {
  const t = useT();
  return (
    <StepDialog title={t("settings.backupCodes")} onClose={onClose}>
      <p>{t("settings.backupCodesText")}</p>
      <OneTimeSecret code label={t("settings.backupCodes")} value={codes.join("\n")} />
    </StepDialog>
  );
}
