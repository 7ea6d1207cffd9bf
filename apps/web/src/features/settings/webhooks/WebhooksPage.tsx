import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { useDrawerParam } from "../../../ui/overlays/useDrawerParam.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { SettingsFrame } from "../SettingsFrame.js";
import { SecretDialog } from "./SecretDialog.js";
import { WebhookDrawer } from "./WebhookDrawer.js";
import { WebhookForm } from "./WebhookForm.js";
import { WebhookList } from "./WebhookList.js";
import classes from "./WebhooksPage.module.css";
import { webhookFragment } from "./webhookEdits.js";

const query = graphql(`
  query WebhookList {
    webhooks {
      id
      ...WebhookRow
    }
  }
`);

/** The webhooks: created, viewed and changed here. */
export function Component() {
  const t = useT();
  const mayWrite = useMay("webhooks:write");
  const drawer = useDrawerParam("webhook");
  const form = useDrawerParam("edit");
  const [secret, setSecret] = useState<string>();
  const { data, error, loading, refetch } = useQuery(query);
  const webhooks = readFragment(webhookFragment, data?.webhooks ?? []);
  const shown = webhooks.find(({ id }) => id === drawer.value);
  const edited = webhooks.find(({ id }) => id === form.value);
  useAction(t("webhooks.new"), () => form.open("new"), {
    group: t("shell.settings"),
    enabled: mayWrite,
  });
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => form.open("new")}>
      {t("webhooks.new")}
    </Button>
  );
  return (
    <SettingsFrame section="webhooks" actions={create}>
      <p className={classes.hint}>{t("webhooks.hint")}</p>
      <WebhookList
        webhooks={webhooks}
        loading={loading}
        onOpen={({ id }) => drawer.open(id)}
        empty={
          error ? (
            <ErrorNote error={error} onRetry={() => void refetch()}>
              {t("webhooks.failed")}
            </ErrorNote>
          ) : (
            <EmptyState icon={<IconWebhook size={20} />} action={create}>
              {t("webhooks.none")}
            </EmptyState>
          )
        }
      />
      {shown && !edited && (
        <WebhookDrawer
          webhook={shown}
          onClose={drawer.close}
          onEdit={() => form.open(shown.id)}
          onSecret={setSecret}
        />
      )}
      {mayWrite && edited && <WebhookForm webhook={edited} onClose={form.close} />}
      {mayWrite && form.value === "new" && (
        <WebhookForm onClose={form.close} onCreated={setSecret} />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </SettingsFrame>
  );
}
