import { useT } from "../../../i18n/useT.js";
import classes from "./SingleSignOn.module.css";

/** Leads to the provider of single sign-on that has this name. */
export function SingleSignOn({ name, returnTo }: { name: string; returnTo: string }) {
  const t = useT();
  return (
    <>
      <p className={classes.or}>{t("entry.or")}</p>
      <a className={classes.link} href={`/api/auth/oidc/start?to=${encodeURIComponent(returnTo)}`}>
        {t("entry.signInWith", { name })}
      </a>
    </>
  );
}
