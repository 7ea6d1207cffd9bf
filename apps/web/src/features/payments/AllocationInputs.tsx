import { minorUnits } from "@clientela/shared/values/currencies";
import { compare } from "@clientela/shared/values/money";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { readDecimal } from "../../i18n/decimal.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { AmountField } from "../../ui/fields/AmountField.js";
import classes from "./AllocationInputs.module.css";
import { allocationsOf, distribute, type OpenInvoice, type Parts, restOf } from "./allocations.js";

interface AllocationInputsProps {
  invoices: readonly OpenInvoice[];
  /** The amount of the payment, as it is typed. */
  amount: string;
  parts: Parts;
  /** What the API says is wrong, by path. */
  errors: Readonly<Record<string, ReactNode>>;
  onChange: (parts: Record<string, string>) => void;
}

/** The open invoices, each with the amount that is paid of it, and what is left for the account. */
export function AllocationInputs(props: AllocationInputsProps) {
  const { invoices, parts, errors, onChange } = props;
  const t = useT();
  const format = useFormat();
  const language = currentLanguage();
  const [first] = invoices;
  if (!first) return null;
  const { currency } = first.balance;
  const amount = readDecimal(props.amount, language);
  const rest = amount === null ? null : restOf(amount, parts, language);
  const sent = allocationsOf(parts, language).map(({ invoiceId }) => invoiceId);
  const errorOf = (id: string) => {
    const path = `allocations.${sent.indexOf(id)}`;
    return errors[`${path}.amount`] ?? errors[`${path}.invoiceId`];
  };
  return (
    <fieldset className={classes.box}>
      <legend className={classes.legend}>{t("payments.pays")}</legend>
      <Button
        variant="default"
        size="xs"
        disabled={amount === null}
        onClick={() => amount !== null && onChange(distribute(amount, invoices, language))}
      >
        {t("payments.distribute")}
      </Button>
      {rest !== null && (
        <p className={classes.rest} data-over={compare(rest, "0") < 0 || undefined}>
          {t("payments.rest", { amount: format.money({ amount: rest, currency }) })}
        </p>
      )}
      {invoices.map(({ id, number, dueOn, balance }) => (
        <div key={id} className={classes.line}>
          <span className={classes.invoice}>
            <strong>{number}</strong>
            <span className={classes.due}>
              {t("payments.dueWith", {
                date: format.date(dueOn),
                balance: format.money(balance),
              })}
            </span>
          </span>
          <AmountField
            label=""
            aria-label={t("payments.partOf", { number })}
            places={minorUnits(currency)}
            value={parts[id] ?? ""}
            error={errorOf(id)}
            onChange={(typed) => onChange({ ...parts, [id]: typed })}
          />
        </div>
      ))}
      {errors.allocations && (
        <p className={classes.error} role="alert">
          {errors.allocations}
        </p>
      )}
    </fieldset>
  );
}
