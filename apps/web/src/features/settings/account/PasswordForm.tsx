import { Button, PasswordInput } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { Section } from "../Section.js";
import { useAccountEdits } from "./accountEdits.js";
import classes from "./PasswordForm.module.css";

const initial = { currentPassword: "", newPassword: "" };

/** Changes the viewer's own password. */
export function PasswordForm() {
  const t = useT();
  const viewer = useViewer();
  const online = useOnline();
  const edits = useAccountEdits();
  const { form, saving, failure, submit } = useRecordForm({
    initial,
    check: ({ currentPassword, newPassword }) => ({
      ...(currentPassword ? {} : { currentPassword: t("entry.passwordMissing") }),
      ...(newPassword.length < 8 ? { newPassword: t("entry.passwordShort") } : {}),
      ...(newPassword.length > 128 ? { newPassword: t("entry.passwordLong") } : {}),
    }),
    send: async (values) => {
      await edits.changePassword(values);
      form.setValues(initial);
      form.resetDirty(initial);
      showToast({ message: t("settings.passwordChanged") });
    },
  });
  const toggle = { "aria-label": t("entry.showPassword"), tabIndex: 0 };
  return (
    <Section title={t("settings.password")} hint={t("settings.passwordHint")}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {/* Tells password managers whose password this is. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={viewer.email ?? ""}
          readOnly
          hidden
        />
        {failure !== undefined && <ErrorNote error={failure}>{t("ui.notSaved")}</ErrorNote>}
        <PasswordInput
          label={t("settings.currentPassword")}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps("currentPassword")}
        />
        <PasswordInput
          label={t("settings.newPassword")}
          description={t("entry.passwordRule")}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps("newPassword")}
        />
        <Button type="submit" loading={saving} disabled={!online}>
          {t("settings.changePassword")}
        </Button>
      </form>
    </Section>
  );
}
