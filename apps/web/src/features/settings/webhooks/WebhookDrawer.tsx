import { Button } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { SideDrawer } from "../../../ui/overlays/SideDrawer.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { Fact, Facts } from "../Facts.js";
import { DeliveryList } from "./DeliveryList.js";
import { WebhookBadge } from "./WebhookBadge.js";
import classes from "./WebhookDrawer.module.css";
import { useWebhookEdits, type Webhook } from "./webhookEdits.js";

interface WebhookDrawerProps {
  webhook: Webhook;
  onClose: () => void;
  onEdit: () => void;
  /** Shows a new secret. */
  onSecret: (secret: string) => void;
}

/** A webhook with its latest deliveries. */
export function WebhookDrawer({ webhook, onClose, onEdit, onSecret }: WebhookDrawerProps) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("webhooks:write");
  const edits = useWebhookEdits();
  const attempt = useAttempt();
  const [asking, setAsking] = useState<"secret" | "delete">();
  const { id, version, url, description, events, enabled } = webhook;
  const { createdAt, disabledAt, failingSince, retryAt } = webhook;

  async function sendAgain(deliveryId: string) {
    if (await attempt(() => edits.redeliver(deliveryId)))
      showToast({ message: t("webhooks.sentAgain") });
  }

  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={new URL(url).host}
      footer={
        mayWrite && (
          <div className={classes.buttons}>
            <Button
              variant="default"
              className={classes.delete}
              onClick={() => setAsking("delete")}
            >
              {t("ui.delete")}
            </Button>
            <Button variant="default" onClick={() => setAsking("secret")}>
              {t("webhooks.newSecret")}
            </Button>
            <Button
              variant="default"
              onClick={() => void attempt(() => edits.update({ id, version, enabled: !enabled }))}
            >
              {enabled ? t("webhooks.switchOff") : t("webhooks.switchOn")}
            </Button>
            <Button onClick={onEdit}>{t("ui.edit")}</Button>
          </div>
        )
      }
    >
      <Facts>
        <Fact name={t("settings.state")}>
          <WebhookBadge webhook={webhook} />
        </Fact>
        <Fact name={t("webhooks.url")}>{url}</Fact>
        <Fact name={t("webhooks.events")}>{events.join(", ")}</Fact>
        {description && <Fact name={t("webhooks.purpose")}>{description}</Fact>}
        <Fact name={t("settings.created")}>{format.dateTime(createdAt)}</Fact>
        {disabledAt && <Fact name={t("webhooks.switchedOff")}>{format.dateTime(disabledAt)}</Fact>}
        {failingSince && (
          <Fact name={t("webhooks.failingSince")}>{format.dateTime(failingSince)}</Fact>
        )}
        {retryAt && <Fact name={t("webhooks.retryAt")}>{format.dateTime(retryAt)}</Fact>}
      </Facts>
      <DeliveryList
        webhookId={id}
        onSendAgain={mayWrite && enabled ? (one) => void sendAgain(one) : undefined}
      />
      {asking === "secret" && (
        <ConfirmDialog
          title={t("webhooks.newSecretTitle")}
          confirmLabel={t("webhooks.newSecret")}
          onConfirm={async () => onSecret(await edits.rotate(id))}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("webhooks.newSecretText")}</p>
        </ConfirmDialog>
      )}
      {asking === "delete" && (
        <ConfirmDialog
          title={t("webhooks.deleteTitle")}
          confirmLabel={t("ui.delete")}
          destructive
          onConfirm={async () => {
            await edits.remove(id);
            onClose();
          }}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("webhooks.deleteText", { url })}</p>
        </ConfirmDialog>
      )}
    </SideDrawer>
  );
}
