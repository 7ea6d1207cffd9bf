import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import classes from "./HoursBar.module.css";

interface HoursBarProps {
  minutes: number;
  budgetMinutes: number | null;
}

/** Hours worked against the budget, with a small bar; red past the budget. */
export function HoursBar({ minutes, budgetMinutes }: HoursBarProps) {
  const t = useT();
  const format = useFormat();
  const worked = format.hours(minutes);
  if (!budgetMinutes) return <span>{worked}</span>;
  const share = minutes / budgetMinutes;
  return (
    <span className={classes.hours}>
      <span
        className={classes.bar}
        data-tone={share > 1 ? "red" : share > 0.85 ? "amber" : undefined}
        aria-hidden="true"
      >
        <span style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
      <span className={classes.text}>
        {t("projects.hoursOf", { worked, budget: format.hours(budgetMinutes) })}
      </span>
    </span>
  );
}
