import { type FormEvent, useEffect, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { type Translate, useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { type PostResult, post, secondStepOf } from "../post.js";
import { EntryButton } from "./EntryButton.js";
import { EntryCard } from "./EntryCard.js";
import { EntryField } from "./EntryField.js";
import classes from "./EntryForm.module.css";
import { FormError } from "./FormError.js";
import { focusField } from "./focusField.js";
import { passwordError } from "./passwordError.js";
import { tooManyTries } from "./sign-in/tooManyTries.js";

/** Lets a person who was invited, or forgot a password, choose one with the link from an admin. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const token = search.get("token");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PostResult>();

  useEffect(() => {
    document.title = `${t("entry.join")} · Clientela`;
  }, [t]);

  async function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (passwordError(password, t)) return focusField(form, "password");
    setBusy(true);
    setFailure(undefined);
    const result = await post("/api/join", { token, password });
    setBusy(false);
    const twoFactorChallenge = secondStepOf(result);
    if (twoFactorChallenge)
      return navigate(paths.signIn(), { replace: true, state: { twoFactorChallenge } });
    if (result.kind === "ok") return navigate(paths.home, { replace: true });
    setFailure(result);
    if (refusedPassword(result)) focusField(form, "password");
  }

  if (!token) {
    return (
      <EntryCard title={t("entry.join")} hint={t("entry.joinIncomplete")}>
        <Link to={paths.signIn()}>{t("entry.signIn")}</Link>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t("entry.join")} hint={t("entry.joinHint")}>
      <form className={classes.form} onSubmit={join} noValidate>
        <EntryField
          type="password"
          label={t("entry.password")}
          hint={t("entry.passwordRule")}
          name="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setFailure(undefined);
          }}
          error={tried ? (passwordError(password, t) ?? refusedPassword(failure)) : null}
        />
        <FormError>{failure && reason(failure, t)}</FormError>
        <EntryButton type="submit" busy={busy}>
          {t("entry.joinButton")}
        </EntryButton>
      </form>
    </EntryCard>
  );
}

function refusedPassword(result: PostResult | undefined): string | null {
  return result?.kind === "refused" ? (result.issues.password ?? null) : null;
}

function reason(result: PostResult, t: Translate): string | undefined {
  if (result.kind === "unreachable") return t("entry.serverUnreachable");
  if (result.kind === "ok" || result.issues.password) return undefined;
  if (result.issues.token) return t("entry.joinExpired");
  if (result.status === 429) {
    return tooManyTries(result, t);
  }
  return result.status >= 500
    ? t("entry.serverFailed")
    : (result.message ?? t("entry.joinExpired"));
}
