import { type FormEvent, useEffect, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { type Translate, useT } from "../../../i18n/useT.js";
import { safeReturnPath } from "../../../paths.js";
import { forgetAtEntry } from "../../../session/leftovers.js";
import { type PostResult, post, secondStepOf } from "../../post.js";
import { EntryButton } from "../EntryButton.js";
import { EntryCard } from "../EntryCard.js";
import { EntryField } from "../EntryField.js";
import classes from "../EntryForm.module.css";
import { FormError } from "../FormError.js";
import { focusField } from "../focusField.js";
import { CodeForm } from "./CodeForm.js";
import { SingleSignOn } from "./SingleSignOn.js";
import { tooManyTries } from "./tooManyTries.js";
import { useSignInMethods } from "./useSignInMethods.js";

/** Signs a person in, and continues to the page that they requested. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { provider, firstAdminDue } = useSignInMethods();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PostResult>();
  // The page for a new password leads here if a code is required.
  const { state } = useLocation();
  const [twoFactorChallenge, setTwoFactorChallenge] = useState<string | undefined>(
    state?.twoFactorChallenge,
  );

  useEffect(forgetAtEntry, []);

  useEffect(() => {
    document.title = `${t("entry.signIn")} · Clientela`;
  }, [t]);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!email.trim()) return focusField(event.currentTarget, "email");
    if (!password) return focusField(event.currentTarget, "password");
    setBusy(true);
    setFailure(undefined);
    const result = await post("/api/auth/sign-in/email", { email: email.trim(), password });
    setBusy(false);
    if (result.kind !== "ok") return setFailure(result);
    const step = secondStepOf(result);
    if (step) setTwoFactorChallenge(step);
    else await goOn();
  }

  async function goOn() {
    await navigate(safeReturnPath(search.get("to")), { replace: true });
  }

  if (twoFactorChallenge) {
    return (
      <EntryCard title={t("entry.codeTitle")}>
        <CodeForm
          twoFactorChallenge={twoFactorChallenge}
          onSignedIn={() => void goOn()}
          onBack={() => setTwoFactorChallenge(undefined)}
        />
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t("entry.signIn")} hint={firstAdminDue && t("entry.firstAdminDue")}>
      <form className={classes.form} onSubmit={signIn} noValidate>
        <EntryField
          label={t("entry.email")}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && !email.trim() ? t("entry.emailMissing") : null}
        />
        <EntryField
          type="password"
          label={t("entry.password")}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && !password ? t("entry.passwordMissing") : null}
        />
        <FormError>{failure ? reason(failure, t) : refusal(search.get("sso"), t)}</FormError>
        <EntryButton type="submit" busy={busy}>
          {t("entry.signIn")}
        </EntryButton>
        {provider && <SingleSignOn name={provider} returnTo={safeReturnPath(search.get("to"))} />}
        <p className={classes.note}>{t("entry.forgot")}</p>
      </form>
    </EntryCard>
  );
}

const refusals = ["unknown", "unverified", "disabled", "failed"] as const;

/** Why single sign-on led back here. */
function refusal(sso: string | null, t: Translate): string | undefined {
  const why = refusals.find((one) => one === sso);
  return why && t(`entry.sso.${why}`);
}

function reason(result: PostResult, t: Translate): string | undefined {
  if (result.kind === "unreachable") return t("entry.serverUnreachable");
  if (result.kind === "ok") return undefined;
  if (result.status === 429) {
    return tooManyTries(result, t);
  }
  return result.status >= 500 ? t("entry.serverFailed") : t("entry.signInFailed");
}
