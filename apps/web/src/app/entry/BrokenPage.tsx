import { useEffect } from "react";
import { useRouteError } from "react-router";
import { useT } from "../../i18n/useT.js";
import { isCodeFailure } from "../codeFailures.js";
import classes from "./BrokenPage.module.css";
import { EntryButton } from "./EntryButton.js";

const reload = () => location.reload();

/**
 * Stands in the place of a page that threw. Where code did not come because the connection is gone, the page is opened
 * again when it is back: a failed import stays failed until the page is loaded anew.
 */
export function BrokenPage() {
  const t = useT();
  const error = useRouteError();
  const withoutCode = isCodeFailure(error);
  useEffect(() => {
    if (!withoutCode) return reportError(error);
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, [error, withoutCode]);
  if (withoutCode) {
    return (
      <div className={classes.page} role="alert">
        <h1 className={classes.title}>{t("entry.notLoaded")}</h1>
        <p className={classes.hint}>{t("entry.notLoadedHint")}</p>
        <EntryButton onClick={reload}>{t("entry.reload")}</EntryButton>
      </div>
    );
  }
  return (
    <div className={classes.page} role="alert">
      <h1 className={classes.title}>{t("entry.broken")}</h1>
      <p className={classes.hint}>{t("entry.brokenHint")}</p>
      {error instanceof Error && <pre className={classes.reason}>{error.message}</pre>}
      <EntryButton onClick={reload}>{t("entry.reload")}</EntryButton>
    </div>
  );
}
