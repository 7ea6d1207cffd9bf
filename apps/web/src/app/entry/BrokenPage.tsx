import { useEffect } from "react";
import { useRouteError } from "react-router";
import { useT } from "../../i18n/useT.js";
import classes from "./BrokenPage.module.css";
import { EntryButton } from "./EntryButton.js";

/** Stands in the place of a page that threw. */
export function BrokenPage() {
  const t = useT();
  const error = useRouteError();
  useEffect(() => {
    reportError(error);
  }, [error]);
  return (
    <div className={classes.page} role="alert">
      <h1 className={classes.title}>{t("entry.broken")}</h1>
      <p className={classes.hint}>{t("entry.brokenHint")}</p>
      {error instanceof Error && <pre className={classes.reason}>{error.message}</pre>}
      <EntryButton onClick={() => location.reload()}>{t("entry.reload")}</EntryButton>
    </div>
  );
}
