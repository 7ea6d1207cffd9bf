import { useState } from "react";
import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { LoadingBar } from "../../ui/feedback/LoadingBar.js";
import { post } from "../post.js";
import classes from "./EntryForm.module.css";
import { FormError } from "./FormError.js";

/** Example data to look around in, or an empty list. */
export function StartChoice() {
  const t = useT();
  const navigate = useNavigate();
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);

  async function loadDemo() {
    setLoading(true);
    setFailed(false);
    const result = await post("/api/demo", {});
    setLoading(false);
    if (result.kind === "ok") await navigate(paths.customers);
    else setFailed(true);
  }

  return (
    <div className={classes.form}>
      <button type="button" className={classes.choice} disabled={loading} onClick={loadDemo}>
        <span className={classes.choiceName}>{t("entry.startDemo")}</span>
        <span className={classes.choiceHint}>{t("entry.startDemoHint")}</span>
      </button>
      <button
        type="button"
        className={classes.choice}
        disabled={loading}
        onClick={() => navigate(paths.customers)}
      >
        <span className={classes.choiceName}>{t("entry.startEmpty")}</span>
        <span className={classes.choiceHint}>{t("entry.startEmptyHint")}</span>
      </button>
      <div role="status">
        {loading && (
          <>
            <LoadingBar active label={t("entry.startDemo")} />
            <p className={classes.progress}>{t("entry.demoLoading")}</p>
          </>
        )}
      </div>
      <FormError>{failed ? t("entry.demoFailed") : undefined}</FormError>
    </div>
  );
}
