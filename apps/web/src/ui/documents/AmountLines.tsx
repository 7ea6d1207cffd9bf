import { Link } from "react-router";
import type { MoneyValue } from "../../i18n/format.js";
import { useFormat } from "../../i18n/useFormat.js";
import classes from "./AmountLines.module.css";

/** What an amount belongs to: a page or a drawer leads to it; text alone where it is gone. */
interface AmountLine {
  key: string;
  label: string;
  amount: MoneyValue;
  to?: string | null;
  onOpen?: () => void;
}

interface AmountLinesProps {
  /** What the list is called, for screen readers. */
  label: string;
  lines: readonly AmountLine[];
}

/** Amounts next to what they belong to, such as the invoices that a payment pays; nothing where there are none. */
export function AmountLines({ label, lines }: AmountLinesProps) {
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <ul className={classes.lines} aria-label={label}>
      {lines.map(({ key, label: text, amount, to, onOpen }) => (
        <li key={key}>
          {to ? (
            <Link to={to}>{text}</Link>
          ) : onOpen ? (
            <button type="button" className={classes.link} onClick={onOpen}>
              {text}
            </button>
          ) : (
            text
          )}
          <span>{format.money(amount)}</span>
        </li>
      ))}
    </ul>
  );
}
