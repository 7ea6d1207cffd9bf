import { Button, Modal } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { OneTimeSecret } from "../../../ui/overlays/OneTimeSecret.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import dialog from "../OnceDialog.module.css";
import type { PasswordLink } from "./personEdits.js";

interface LinkDialogProps {
  link: PasswordLink;
  onClose: () => void;
}

/** Shows the link with which someone chooses a password; it cannot be shown again. */
export function LinkDialog({ link, onClose }: LinkDialogProps) {
  const t = useT();
  useFocusBack(true);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t(link.invited ? "settings.inviteLinkTitle" : "settings.passwordLinkTitle", {
        name: link.name,
      })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={520}
      centered
    >
      <p className={dialog.text}>{t("settings.linkText", { name: link.name })}</p>
      <OneTimeSecret label={t("settings.link")} value={link.url} />
      <div className={dialog.buttons}>
        <Button onClick={onClose}>{t("settings.done")}</Button>
      </div>
    </Modal>
  );
}
