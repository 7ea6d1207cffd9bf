import { type FormEvent, useState } from "react";
import { type Translate, useT } from "../../i18n/useT.js";
import { type PostResult, post } from "../post.js";
import { EntryButton } from "./EntryButton.js";
import { EntryField } from "./EntryField.js";
import classes from "./EntryForm.module.css";
import { FormError } from "./FormError.js";
import { focusField } from "./focusField.js";
import { passwordError } from "./passwordError.js";

interface FirstAdminFormProps {
  token: string;
  /** Called when the account exists and its session has begun. */
  onMade: () => void;
}

/** Name, e-mail and password of the first admin. */
export function FirstAdminForm({ token, onMade }: FirstAdminFormProps) {
  const t = useT();
  const [values, setValues] = useState({ name: "", email: "", password: "" });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PostResult>();
  const errors = check(values, t);

  function bind(field: keyof typeof values) {
    return {
      name: field,
      value: values[field],
      error: tried ? errors[field] : null,
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [field]: value }));
      },
    };
  }

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const [wrong] = Object.entries(errors).find(([, error]) => error) ?? [];
    if (wrong) return focusField(event.currentTarget, wrong);
    setBusy(true);
    setFailure(undefined);
    const account = { ...values, name: values.name.trim(), email: values.email.trim() };
    const result = await post("/api/first-admin", { token, ...account });
    setBusy(false);
    if (result.kind === "ok") onMade();
    else setFailure(result);
  }

  return (
    <form className={classes.form} onSubmit={create} noValidate>
      <EntryField label={t("entry.name")} autoComplete="name" autoFocus {...bind("name")} />
      <EntryField
        label={t("entry.email")}
        type="email"
        autoComplete="username"
        {...bind("email")}
      />
      <EntryField
        type="password"
        label={t("entry.password")}
        hint={t("entry.passwordRule")}
        autoComplete="new-password"
        {...bind("password")}
      />
      <FormError>{failure && reason(failure, t)}</FormError>
      <EntryButton type="submit" busy={busy}>
        {t("entry.createAccount")}
      </EntryButton>
    </form>
  );
}

function check(values: { name: string; email: string; password: string }, t: Translate) {
  return {
    name: values.name.trim() ? null : t("entry.nameMissing"),
    email: emailError(values.email.trim(), t),
    password: passwordError(values.password, t),
  };
}

function emailError(email: string, t: Translate): string | null {
  if (!email) return t("entry.emailMissing");
  return /^\S+@\S+\.\S+$/.test(email) ? null : t("entry.emailInvalid");
}

function reason(result: PostResult, t: Translate): string | undefined {
  if (result.kind === "unreachable") return t("entry.serverUnreachable");
  if (result.kind === "ok") return undefined;
  if (result.status === 403) return t("entry.tokenUsed");
  return result.status >= 500 ? t("entry.serverFailed") : (result.message ?? t("entry.tokenUsed"));
}
