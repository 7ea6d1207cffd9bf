import { daysBetween } from "@clientela/shared/values/dates";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import classes from "./DueDate.module.css";

interface DueDateProps {
  /** A calendar date, `2026-11-24`. */
  date: string | null;
  /** At what time of it, `14:30`. */
  time?: string | null | undefined;
  /** Whether it still matters; what is settled is never late. */
  open: boolean;
}

/** A due date in the organisation's calendar; late ones say by how many days. */
export function DueDate({ date, time, open }: DueDateProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useViewer();
  if (!date) return <span className={classes.none}>–</span>;
  const late = open ? daysBetween(date, today) : 0;
  return (
    <span className={classes.date}>
      {format.date(date)}
      {time && <span>{format.time(time)}</span>}
      {late > 0 && <span className={classes.late}>{t("ui.daysLate", { count: late })}</span>}
      {open && late === 0 && <span className={classes.today}>{t("ui.today")}</span>}
    </span>
  );
}
