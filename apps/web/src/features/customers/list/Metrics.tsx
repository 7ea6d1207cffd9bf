import type { MoneyValue } from "../../../i18n/format.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { Money } from "../../../ui/values/Money.js";
import classes from "./grid/CustomerCells.module.css";
import { RowLink } from "./grid/RowLink.js";

interface MetricProps {
  count: number | undefined;
  to: string;
  /** The metric as text. */
  label: string;
  /** Whether the metric is bad news. */
  late?: boolean;
}

/** A count that links to what it counts; nothing for zero. */
export function Metric({ count, to, label, late }: MetricProps) {
  const format = useFormat();
  if (!count) return null;
  return (
    <RowLink to={to} label={label} className={late ? classes.late : undefined}>
      {format.number(count)}
    </RowLink>
  );
}

interface AmountsProps {
  /** The sum in each currency, the largest first. */
  values: readonly MoneyValue[];
  to: string;
  late?: boolean;
}

/** A sum that leads to its documents: the largest currency, and how many others there are. */
export function Amounts({ values, to, late }: AmountsProps) {
  if (values.length === 0) return null;
  return (
    <RowLink to={to} className={late ? classes.late : undefined}>
      <AmountsText values={values} />
    </RowLink>
  );
}

/** A sum in one line: the largest currency, and how many others there are. */
export function AmountsText({ values }: Pick<AmountsProps, "values">) {
  const format = useFormat();
  const [largest, ...others] = values;
  if (!largest) return null;
  const rest = others.map((value) => format.money(value)).join(" + ");
  return (
    <>
      <Money value={largest} followedBy={rest ? 3 : 0} />
      {rest && (
        <>
          <span className={classes.others} title={rest} aria-hidden="true">
            +{others.length}
          </span>
          <span className={`visually-hidden ${classes.rest}`}> + {rest}</span>
        </>
      )}
    </>
  );
}
