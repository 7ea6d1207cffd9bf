import type { MoneyValue } from "../../i18n/format.js";
import { useFormat } from "../../i18n/useFormat.js";
import classes from "./Money.module.css";

interface MoneyProps {
  value: MoneyValue;
  /** How many characters stand behind it in the same line. */
  followedBy?: number;
}

/**
 * One exact amount in its currency, never cut: in a place that measures what it holds (`container-name: amount`) and is
 * too narrow for it, a short form is shown, and the whole amount is under the pointer and read aloud.
 */
export function Money({ value, followedBy = 0 }: MoneyProps) {
  const format = useFormat();
  const whole = format.money(value);
  return (
    <span
      className={classes.money}
      title={whole}
      data-width={ruleFor(digitsWide(whole) + followedBy)}
      data-short={format.shortMoney(value)}
    >
      <span className={classes.whole}>{whole}</span>
    </span>
  );
}

// The style sheet has a rule for every width up to the first, and for every second one up to the last.
const [exact, widest] = [16, 30];

/** The width by whose rule an amount is shortened: the next that the style sheet has. */
function ruleFor(width: number): number {
  return width > exact ? Math.min(widest, 2 * Math.ceil(width / 2)) : Math.ceil(width);
}

/** How many digits a text is as wide as: marks are half a digit, letters and symbols a little more than one. */
function digitsWide(text: string): number {
  const marks = text.match(/[\s.,]/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits + marks / 2 + (text.length - digits - marks) * 1.2;
}

/** A sum that is kept per currency, one under the other; a dash where there is none. */
export function MoneyList({ values }: { values: readonly MoneyValue[] }) {
  if (values.length === 0) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.list} data-lines={values.length}>
      {values.map((value) => (
        <Money key={value.currency} value={value} />
      ))}
    </span>
  );
}
