import { NEED_ALL_CUSTOMERS } from "@clientela/shared/records/recordAccess";
import { PERMISSIONS, type Permission, readOf } from "@clientela/shared/records/roles";
import type { RecordAccess } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { type PermissionSet, useViewer } from "../../../session/viewer.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FormDrawer } from "../../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { PermissionPicker } from "../PermissionPicker.js";
import { type AccessRole, permissionsOf, useAccessRoleEdits, useRoleName } from "./accessRoles.js";

interface RoleDrawerProps {
  roles: readonly AccessRole[];
  /** The role to edit; without it a new one is made. */
  role?: AccessRole;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  name: string;
  copyOfId: string;
  recordAccess: RecordAccess;
  permissions: readonly Permission[];
}

/** Makes a role as a copy of another one, or edits one that is no preset. */
export function RoleDrawer({ roles, role, onClose }: RoleDrawerProps) {
  const t = useT();
  const viewer = useViewer();
  const nameOf = useRoleName();
  const edits = useAccessRoleEdits();
  const copied = role ?? roles.find(({ basedOn }) => basedOn === "sales") ?? roles[0];
  const initial: Values = {
    name: role?.name ?? "",
    copyOfId: copied?.id ?? "",
    recordAccess: copied?.recordAccess ?? "ALL",
    permissions: copied ? permissionsOf(copied) : [],
  };
  const form = useRecordForm({
    initial,
    check: ({ name }) => (name.trim() ? {} : { name: t("settings.roleNameMissing") }),
    // The API names the permission that is too much; here they are one field.
    fieldOf: (path) => path.split(".")[0] ?? path,
    send: async ({ name, copyOfId, recordAccess, permissions }) => {
      const granted = permissions.filter((one) => isFor(recordAccess, one));
      const values = { name: name.trim(), recordAccess, permissions: granted };
      await (role ? edits.update(role, values) : edits.create({ ...values, copyOfId }));
      onClose();
    },
  });
  const { values, errors, getInputProps, setFieldValue } = form.form;
  const held = role ? permissionsOf(role) : [];
  return (
    <FormDrawer
      title={t(role ? "settings.editRole" : "settings.newRole")}
      onClose={onClose}
      form={form}
      submitLabel={t(role ? "ui.save" : "ui.create")}
    >
      <TextField
        label={t("field.name")}
        data-autofocus
        autoComplete="off"
        maxLength={60}
        {...getInputProps("name")}
      />
      {!role && (
        <SelectField
          label={t("settings.copyOf")}
          description={t("settings.copyOfHint")}
          searchable={false}
          data={roles.map((one) => ({ value: one.id, label: nameOf(one) }))}
          {...getInputProps("copyOfId")}
          onChange={(id) => {
            const chosen = roles.find((one) => one.id === id);
            if (!chosen) return;
            setFieldValue("copyOfId", chosen.id);
            setFieldValue("permissions", permissionsOf(chosen));
            setFieldValue("recordAccess", chosen.recordAccess);
          }}
        />
      )}
      <SelectField
        label={t("settings.recordAccess")}
        description={t("settings.recordAccessHint")}
        searchable={false}
        data={ACCESSES.map((access) => ({
          value: access,
          label: t(`settings.recordAccess.${access}`),
        }))}
        {...getInputProps("recordAccess")}
      />
      <PermissionPicker
        all={allOf(viewer.permissions, held).filter((one) => isFor(values.recordAccess, one))}
        value={values.permissions}
        onChange={(chosen) => setFieldValue("permissions", readable(values.permissions, chosen))}
        error={typeof errors.permissions === "string" ? errors.permissions : undefined}
      />
    </FormDrawer>
  );
}

const ACCESSES: readonly RecordAccess[] = ["ALL", "TEAM", "OWN"];

// What may be written may be read: the one is chosen with the other, and goes with it.
function readable(before: readonly Permission[], chosen: readonly Permission[]): Permission[] {
  const lost = before.filter((one) => !chosen.includes(one));
  const kept = chosen.filter((one) => !lost.includes(readOf(one)));
  return PERMISSIONS.filter((one) => kept.some((other) => other === one || readOf(other) === one));
}

// What concerns all customers at once is not offered to people who see some of them.
const isFor = (access: RecordAccess, permission: Permission): boolean =>
  access === "ALL" || !NEED_ALL_CUSTOMERS.includes(permission);

// Nobody grants what they may not do, but what a role grants already can stay.
const allOf = (own: PermissionSet, held: readonly Permission[]): Permission[] =>
  PERMISSIONS.filter((permission) => own.has(permission) || held.includes(permission));
