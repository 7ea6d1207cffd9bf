import { KEY_SCOPES, type Permission } from "@clientela/shared/records/roles";
import { useState } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FormDrawer } from "../../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { PermissionPicker } from "../PermissionPicker.js";
import { type Expiry, expiries, expiryDate } from "./expiry.js";
import { type NewKey, useKeyEdits } from "./keyEdits.js";

interface NewKeyDrawerProps {
  onClose: () => void;
  onCreated: (key: NewKey) => void;
}

interface Values extends Record<string, unknown> {
  name: string;
  expiry: Expiry;
  scopes: readonly Permission[];
}

/** Makes a key: what for, what it may do, for how long. */
export function NewKeyDrawer({ onClose, onCreated }: NewKeyDrawerProps) {
  const t = useT();
  const format = useFormat();
  const edits = useKeyEdits();
  const { permissions } = useViewer();
  const [now] = useState(() => new Date());
  const initial: Values = { name: "", expiry: "90", scopes: [] };
  const form = useRecordForm({
    initial,
    check: ({ name, scopes }) => ({
      ...(name.trim() ? {} : { name: t("settings.keyNameMissing") }),
      ...(scopes.length > 0 ? {} : { scopes: t("settings.scopesMissing") }),
    }),
    // The API names the scope that is too much; here they are one field.
    fieldOf: (path) => path.split(".")[0] ?? path,
    send: async ({ name, scopes, expiry }) => {
      const key = await edits.create({
        name: name.trim(),
        scopes: [...scopes],
        expiresAt: expiryDate(expiry, new Date())?.toISOString() ?? null,
      });
      onClose();
      onCreated(key);
    },
  });
  const { values, errors, getInputProps, setFieldValue } = form.form;
  const ends = expiryDate(values.expiry, now);
  return (
    <FormDrawer
      title={t("settings.newKey")}
      onClose={onClose}
      form={form}
      submitLabel={t("ui.create")}
    >
      <TextField
        label={t("settings.keyName")}
        description={t("settings.keyNameHint")}
        data-autofocus
        autoComplete="off"
        maxLength={100}
        {...getInputProps("name")}
      />
      <SelectField
        label={t("settings.expiry")}
        description={
          ends ? t("settings.expiresOn", { date: format.date(ends) }) : t("settings.expiresNever")
        }
        searchable={false}
        data={expiries.map((value) => ({ value, label: t(`settings.expiry.${value}`) }))}
        {...getInputProps("expiry")}
      />
      <PermissionPicker
        all={KEY_SCOPES.filter((scope) => permissions.has(scope))}
        value={values.scopes}
        onChange={(scopes) => setFieldValue("scopes", scopes)}
        error={typeof errors.scopes === "string" ? errors.scopes : undefined}
      />
    </FormDrawer>
  );
}
