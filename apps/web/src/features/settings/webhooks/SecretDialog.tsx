import { Button, Modal } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { OneTimeSecret } from "../../../ui/overlays/OneTimeSecret.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import dialog from "../OnceDialog.module.css";

/** Shows a webhook's new secret, which cannot be shown again. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  useFocusBack(true);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t("webhooks.secretReady")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={600}
      centered
    >
      <p className={dialog.text}>{t("webhooks.secretOnce")}</p>
      <OneTimeSecret label={t("webhooks.secret")} value={secret} />
      <div className={dialog.buttons}>
        <Button onClick={onClose}>{t("settings.done")}</Button>
      </div>
    </Modal>
  );
}
