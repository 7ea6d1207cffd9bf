import type { Locale } from "@clientela/shared/values/locales";
import type { Money } from "@clientela/shared/values/money";

/** As many as quantities and prices are stored with. */
const MAX_DECIMALS = 4;

const isDecimal = (value: string): value is Intl.StringNumericLiteral =>
  /^-?\d+(\.\d+)?$/.test(value);

/** An amount as people of a language write it, such as "R$ 1.234,50"; all its digits are kept. */
export const amountIn = ({ amount, currency }: Money, locale: Locale): string =>
  isDecimal(amount)
    ? new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount)
    : `${amount} ${currency}`;

/** A price as people of a language write it; one of a fraction of the smallest unit keeps its four decimals. */
export const priceIn = ({ amount, currency }: Money, locale: Locale): string =>
  isDecimal(amount)
    ? new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        maximumFractionDigits: MAX_DECIMALS,
      }).format(amount)
    : `${amount} ${currency}`;

/** A quantity as people of a language write it, such as "1.234,5". */
export const quantityIn = (quantity: string, locale: Locale): string =>
  isDecimal(quantity)
    ? new Intl.NumberFormat(locale, { maximumFractionDigits: MAX_DECIMALS }).format(quantity)
    : quantity;

/** A percentage, `7.5`, as people of a language write it: "7,5%". */
export const percentIn = (percent: string, locale: Locale): string =>
  `${quantityIn(percent, locale)}%`;

/** A text with its plain decimals ("2 × 1234.5") as people of a language write them ("2 × 1.234,50"). */
export const decimalsIn = (text: string, locale: Locale): string =>
  text.replace(/\d+(?:\.(\d+))?/g, (decimal, fraction: string | undefined) => {
    const digits = fraction ? Math.max(2, fraction.length) : 0;
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return isDecimal(decimal) ? format.format(decimal) : decimal;
  });

/** A calendar date, `2026-03-04`, as people of a language write it. */
export const dayIn = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: "UTC" }).format(
    new Date(date),
  );
