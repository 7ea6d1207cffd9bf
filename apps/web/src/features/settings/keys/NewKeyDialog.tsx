import { Button, Modal } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { OneTimeSecret } from "../../../ui/overlays/OneTimeSecret.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import dialog from "../OnceDialog.module.css";
import type { NewKey } from "./keyEdits.js";

interface NewKeyDialogProps {
  created: NewKey;
  onClose: () => void;
}

/** Shows a new key and a call that tries it; the key cannot be shown again. */
export function NewKeyDialog({ created, onClose }: NewKeyDialogProps) {
  const t = useT();
  useFocusBack(true);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t("settings.keyCreated", { name: created.name })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={600}
      centered
    >
      <p className={dialog.text}>{t("settings.keyOnce")}</p>
      <OneTimeSecret label={t("settings.key")} value={created.secret} />
      <OneTimeSecret code label={t("settings.tryKey")} value={curlOf(created.secret)} />
      <div className={dialog.buttons}>
        <Button onClick={onClose}>{t("settings.done")}</Button>
      </div>
    </Modal>
  );
}

function curlOf(secret: string): string {
  return [
    `curl ${location.origin}/graphql \\`,
    `  -H "Authorization: Bearer ${secret}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"query":"{ viewer { name permissions } }"}'`,
  ].join("\n");
}
