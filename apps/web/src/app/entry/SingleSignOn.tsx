import { useEffect, useState } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./SingleSignOn.module.css";

/** The name of the provider of the server's settings, once it is known that there is one. */
function useProvider(): string | null {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    fetch("/api/auth/methods", { signal: ended.signal })
      .then((response) => response.json())
      .then(({ singleSignOn }) => setName(singleSignOn?.name ?? null))
      // Without it, or without an answer, there is the password.
      .catch(() => undefined);
    return () => ended.abort();
  }, []);
  return name;
}

/** Leads to the provider of single sign-on, where the server has one. */
export function SingleSignOn({ returnTo }: { returnTo: string }) {
  const t = useT();
  const name = useProvider();
  if (!name) return null;
  return (
    <>
      <p className={classes.or}>{t("entry.or")}</p>
      <a className={classes.link} href={`/api/auth/oidc/start?to=${encodeURIComponent(returnTo)}`}>
        {t("entry.signInWith", { name })}
      </a>
    </>
  );
}
