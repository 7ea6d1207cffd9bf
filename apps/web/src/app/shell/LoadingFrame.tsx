import { useT } from "../../i18n/useT.js";
import classes from "./LoadingFrame.module.css";
import { useSidebar } from "./useSidebar.js";

/** The empty frame while it is not yet known who is signed in. */
export function LoadingFrame() {
  const t = useT();
  const { folded } = useSidebar();
  return (
    <div
      className={classes.frame}
      data-folded={folded || undefined}
      role="status"
      aria-label={t("shell.loading")}
    >
      <div className={classes.sidebar} />
      <div className={classes.header} />
    </div>
  );
}
