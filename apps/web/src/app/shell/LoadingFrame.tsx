import { useT } from "../../i18n/useT.js";
import classes from "./LoadingFrame.module.css";

/** The empty frame while it is not yet known who is signed in. */
export function LoadingFrame() {
  const t = useT();
  return (
    <div className={classes.frame} role="status" aria-label={t("shell.loading")}>
      <div className={classes.sidebar} />
      <div className={classes.header} />
    </div>
  );
}
