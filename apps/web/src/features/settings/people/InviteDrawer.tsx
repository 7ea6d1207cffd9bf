import { ROLES, type Role } from "@clientela/shared/records/roles";
import { Radio } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FormDrawer } from "../../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import classes from "./InviteDrawer.module.css";
import { type PasswordLink, usePersonEdits } from "./personEdits.js";

interface InviteDrawerProps {
  onClose: () => void;
  onInvited: (link: PasswordLink) => void;
}

/** Lets someone in: name, e-mail and role. */
export function InviteDrawer({ onClose, onInvited }: InviteDrawerProps) {
  const t = useT();
  const edits = usePersonEdits();
  const initial: { name: string; email: string; role: Role } = {
    name: "",
    email: "",
    role: "viewer",
  };
  const form = useRecordForm({
    initial,
    check: ({ name, email }) => ({
      ...(name.trim() ? {} : { name: t("entry.nameMissing") }),
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t("entry.emailInvalid") }),
    }),
    send: async (values) => {
      const link = await edits.invite({ ...values, email: values.email.trim() });
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
      <Radio.Group label={t("settings.role")} {...field("role")}>
        <div className={classes.roles}>
          {ROLES.map((role) => (
            <Radio
              key={role}
              value={role}
              label={t(`shell.role.${role}`)}
              description={t(`settings.roleHint.${role}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <p className={classes.note}>{t("settings.inviteHint")}</p>
    </FormDrawer>
  );
}
