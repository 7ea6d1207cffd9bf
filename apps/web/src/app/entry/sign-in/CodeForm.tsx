import { type FormEvent, useState } from "react";
import { type Translate, useT } from "../../../i18n/useT.js";
import { type PostResult, post } from "../../post.js";
import { EntryButton } from "../EntryButton.js";
import { EntryField } from "../EntryField.js";
import classes from "../EntryForm.module.css";
import { FormError } from "../FormError.js";
import { focusField } from "../focusField.js";
import { tooManyTries } from "./tooManyTries.js";

interface CodeFormProps {
  /** What the server gave for the right password. */
  twoFactorChallenge: string;
  onSignedIn: () => void;
  /** Leads back to the password. */
  onBack: () => void;
}

/** The second step of signing in, for who switched it on: a code of the app, or a backup code. */
export function CodeForm({ twoFactorChallenge, onSignedIn, onBack }: CodeFormProps) {
  const t = useT();
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PostResult>();

  async function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (!code.trim()) return focusField(form, "code");
    setBusy(true);
    setFailure(undefined);
    const result = await post("/api/auth/sign-in/code", { twoFactorChallenge, code });
    setBusy(false);
    if (result.kind === "ok") return onSignedIn();
    setFailure(result);
    focusField(form, "code");
  }

  return (
    <form className={classes.form} onSubmit={show} noValidate>
      <EntryField
        label={t("entry.code")}
        hint={t("entry.codeHint")}
        name="code"
        type="text"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={tried && !code.trim() ? t("entry.codeMissing") : null}
      />
      <FormError>{failure && reason(failure, t)}</FormError>
      <EntryButton type="submit" busy={busy}>
        {t("entry.signIn")}
      </EntryButton>
      <button type="button" className={classes.back} onClick={onBack}>
        {t("entry.back")}
      </button>
    </form>
  );
}

function reason(result: PostResult, t: Translate): string | undefined {
  if (result.kind === "unreachable") return t("entry.serverUnreachable");
  if (result.kind === "ok") return undefined;
  if (result.status === 429) {
    return tooManyTries(result, t);
  }
  if (result.status >= 500) return t("entry.serverFailed");
  return t(result.issues.twoFactorChallenge ? "entry.stepExpired" : "entry.codeWrong");
}
