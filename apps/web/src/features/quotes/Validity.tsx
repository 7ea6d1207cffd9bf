import { daysBetween } from "@clientela/shared/values/dates";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import classes from "./Validity.module.css";

interface ValidityProps {
  /** The last day on which the quote can be accepted. */
  date: string | null;
  /** Whether the customer has yet to accept or reject it. */
  open: boolean;
}

const soon = 7;

/** The last day of a quote's validity; highlighted if a sent one expires soon or has expired. */
export function Validity({ date, open }: ValidityProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useViewer();
  if (!date) return <span className={classes.none}>–</span>;
  const left = daysBetween(today, date);
  return (
    <span className={classes.validity}>
      {format.date(date)}
      {open && left < 0 && <span className={classes.over}>{t("quotes.over")}</span>}
      {open && left >= 0 && left <= soon && (
        <span className={classes.soon}>{t("quotes.daysLeft", { count: left })}</span>
      )}
    </span>
  );
}
