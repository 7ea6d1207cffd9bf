import { type MoneyValue } from "../i18n/format.js";
import { useFormat } from "../i18n/useFormat.js";
import classes from "./Money.module.css";

/** One exact amount in its currency. */
export function Money({ value }: { value: MoneyValue }) {
  const format = useFormat();
  return <span className={classes.money}>{format.money(value)}</span>;
}

/** A sum that is kept per currency, one under the other; a dash where there is none. */
export function MoneyList({ values }: { values: readonly MoneyValue[] }) {
  if (values.length === 0) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.list}>
      {values.map((value) => (
        <Money key={value.currency} value={value} />
      ))}
    </span>
  );
}
