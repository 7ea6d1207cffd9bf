import { eventPrefix, RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { TagsInput } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FormDrawer } from "../../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { useWebhookEdits, type Webhook } from "./webhookEdits.js";

interface WebhookFormProps {
  /** What is edited; a new one without. */
  webhook?: Webhook;
  onClose: () => void;
  /** Shows the secret of a new one. */
  onCreated?: (secret: string) => void;
}

/** Everything, then what is done to each kind of record. */
const offered = [
  "*",
  ...RECORD_TYPES.map((type) => ({
    group: eventPrefix(type),
    items: ["*", ...RECORD_KINDS[type].actions].map((action) => `${eventPrefix(type)}.${action}`),
  })),
];

/** The address of a webhook, and its events. */
export function WebhookForm({ webhook, onClose, onCreated }: WebhookFormProps) {
  const t = useT();
  const edits = useWebhookEdits();
  const form = useRecordForm({
    initial: {
      url: webhook?.url ?? "",
      description: webhook?.description ?? "",
      events: webhook?.events ?? ["customer.*"],
    },
    check: ({ url, events }) => ({
      ...(url.trim() ? {} : { url: t("webhooks.urlMissing") }),
      ...(events.length > 0 ? {} : { events: t("webhooks.eventsMissing") }),
    }),
    // The API names the event that is wrong; here they are one field.
    fieldOf: (path) => path.split(".")[0] ?? path,
    send: async ({ url, description, events }) => {
      const input = {
        url: url.trim(),
        description: description.trim() || null,
        events,
      };
      if (webhook) {
        await edits.update({ id: webhook.id, version: webhook.version, ...input });
        onClose();
      } else {
        const secret = await edits.create(input);
        onClose();
        onCreated?.(secret);
      }
    },
  });
  const { getInputProps } = form.form;
  return (
    <FormDrawer
      title={webhook ? t("webhooks.edit") : t("webhooks.new")}
      onClose={onClose}
      form={form}
      submitLabel={webhook ? t("ui.save") : t("ui.create")}
    >
      <TextField
        label={t("webhooks.url")}
        description={t("webhooks.urlHint")}
        data-autofocus
        autoComplete="off"
        maxLength={2000}
        {...getInputProps("url")}
      />
      <TagsInput
        label={t("webhooks.events")}
        description={t("webhooks.eventsHint")}
        data={offered}
        splitChars={[",", " ", "\n"]}
        maxDropdownHeight={280}
        spellCheck={false}
        {...getInputProps("events")}
      />
      <TextField
        label={t("webhooks.description")}
        optional
        autoComplete="off"
        maxLength={200}
        {...getInputProps("description")}
      />
    </FormDrawer>
  );
}
