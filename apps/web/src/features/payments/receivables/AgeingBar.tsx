import type { MoneyValue } from "../../../i18n/format.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import classes from "./AgeingBar.module.css";
import { BUCKETS, type Bucket } from "./buckets.js";

/** What is open in one currency, by how late it is. */
export type Aged = Record<Bucket | "total", MoneyValue>;

/**
 * A bar of what is open by how late it is, from not yet due to over 90 days. Its name says the same in words; pages that
 * show it have the amounts in a table as well.
 */
export function AgeingBar({ aged }: { aged: Aged }) {
  const t = useT();
  const format = useFormat();
  const total = Number(aged.total.amount);
  const parts = BUCKETS.map((bucket) => ({ bucket, value: aged[bucket] })).filter(
    ({ value }) => Number(value.amount) > 0,
  );
  if (total <= 0) return null;
  const text = ({ bucket, value }: (typeof parts)[number]) =>
    `${t(`payments.ageing.${bucket}`)}: ${format.money(value)}`;
  return (
    <div role="img" className={classes.bar} aria-label={parts.map(text).join("; ")}>
      {parts.map((part) => (
        <span
          key={part.bucket}
          className={classes.part}
          data-bucket={part.bucket}
          title={text(part)}
          style={{ flexGrow: Number(part.value.amount) / total }}
        />
      ))}
    </div>
  );
}
