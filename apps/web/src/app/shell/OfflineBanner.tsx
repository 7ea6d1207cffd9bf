import { IconPlugConnectedX } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import { useOnline } from "../../ui/feedback/useOnline.js";
import classes from "./OfflineBanner.module.css";

/** Shown while there is no connection. */
export function OfflineBanner() {
  const t = useT();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={classes.banner}>
          <IconPlugConnectedX size={16} aria-hidden="true" />
          {t("shell.offline")}
        </p>
      )}
    </div>
  );
}
