import { sumByCurrency } from "@clientela/shared/values/money";
import type { MoneyValue } from "../../i18n/format.js";
import { MoneyList } from "../values/Money.js";
import classes from "./TotalsCell.module.css";

interface TotalsCellProps {
  /** The sums of the whole list, where the server gave them. */
  known: readonly MoneyValue[] | undefined;
  /** The amounts of the rows that are loaded. */
  loaded: readonly MoneyValue[];
  /** How long the whole list is. */
  total: number;
}

/** The sum of a list per currency: the server's, else of the rows where all of them are loaded. */
export function TotalsCell({ known, loaded, total }: TotalsCellProps) {
  const sums = known ?? (loaded.length === total ? sumByCurrency(loaded) : undefined);
  return sums ? (
    <span className={classes.totals}>
      <MoneyList values={sums} />
    </span>
  ) : null;
}
