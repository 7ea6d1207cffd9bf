import { useSubscription } from "@apollo/client/react";
import { IconBell } from "@tabler/icons-react";
import { Link } from "react-router";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import classes from "./InboxBell.module.css";
import { unreadSubscription } from "./notification.operations.js";

/** Leads to the inbox, and says how much of it is unread. */
export default function InboxBell() {
  const t = useT();
  const format = useFormat();
  const unread = useSubscription(unreadSubscription).data?.unreadNotifications ?? 0;
  return (
    <Link
      to={paths.work({ show: "inbox" })}
      className={classes.bell}
      aria-label={t("inbox.open", { count: unread })}
    >
      <IconBell size={18} stroke={1.6} aria-hidden="true" />
      {unread > 0 && (
        <span className={classes.count} aria-hidden="true">
          {unread > 99 ? `${format.number(99)}+` : format.number(unread)}
        </span>
      )}
    </Link>
  );
}
