import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import classes from "./GridStatus.module.css";

interface GridStatusProps {
  first: number;
  last: number;
  total: number;
  /** Whether the total is an estimate. */
  isEstimate?: boolean | undefined;
}

/** "Rows 120–158 of 12,480" under a grid. */
export function GridStatus({ first, last, total, isEstimate }: GridStatusProps) {
  const t = useT();
  const { number } = useFormat();
  return (
    <div className={classes.status} data-print="hide">
      {t(isEstimate ? "grid.rangeOfAbout" : "grid.range", {
        first: number(first),
        last: number(last),
        total: number(total),
      })}
    </div>
  );
}
