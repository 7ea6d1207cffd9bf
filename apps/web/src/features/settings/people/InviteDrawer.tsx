import { Radio } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FormDrawer } from "../../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { useAccessRoles, useRoleName } from "./accessRoles.js";
import classes from "./InviteDrawer.module.css";
import { type PasswordLink, usePersonEdits } from "./personEdits.js";

interface InviteDrawerProps {
  onClose: () => void;
  onInvited: (link: PasswordLink) => void;
}

/** Lets someone in: name, e-mail and role. */
export function InviteDrawer({ onClose, onInvited }: InviteDrawerProps) {
  const t = useT();
  const { roles } = useAccessRoles();
  const nameOf = useRoleName();
  const edits = usePersonEdits(roles);
  const initial = { name: "", email: "", roleId: "" };
  // What reads alone, until another one is chosen.
  const viewer = roles.find(({ isPreset, basedOn }) => isPreset && basedOn === "viewer");
  const form = useRecordForm({
    initial,
    check: ({ name, email }) => ({
      ...(name.trim() ? {} : { name: t("entry.nameMissing") }),
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t("entry.emailInvalid") }),
    }),
    send: async (values) => {
      const link = await edits.invite({
        ...values,
        email: values.email.trim(),
        roleId: values.roleId || viewer?.id,
      });
      onClose();
      onInvited(link);
    },
  });
  const field = form.form.getInputProps;
  return (
    <FormDrawer
      title={t("settings.invite")}
      onClose={onClose}
      form={form}
      submitLabel={t("settings.makeLink")}
    >
      <TextField label={t("field.name")} data-autofocus autoComplete="off" {...field("name")} />
      <TextField label={t("field.email")} type="email" autoComplete="off" {...field("email")} />
      <Radio.Group
        label={t("settings.role")}
        {...field("roleId")}
        value={form.form.values.roleId || viewer?.id}
      >
        <div className={classes.roles}>
          {roles.map((role) => (
            <Radio
              key={role.id}
              value={role.id}
              label={nameOf(role)}
              description={role.isPreset ? t(`settings.roleHint.${role.basedOn}`) : undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <p className={classes.note}>{t("settings.inviteHint")}</p>
    </FormDrawer>
  );
}
