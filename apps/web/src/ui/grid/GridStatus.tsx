import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import classes from "./GridStatus.module.css";

/** "Rows 120–158 of 12,480" under a grid. */
export function GridStatus({ first, last, total }: { first: number; last: number; total: number }) {
  const t = useT();
  const { number } = useFormat();
  return (
    <div className={classes.status} data-print="hide">
      {t("grid.range", { first: number(first), last: number(last), total: number(total) })}
    </div>
  );
}
