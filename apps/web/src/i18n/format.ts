/** An exact amount and its ISO 4217 currency, as the API returns it. */
export interface MoneyValue {
  amount: string;
  currency: string;
}

/** How numbers, money, dates and durations are written in one language. */
export interface Format {
  /** Whose ways of writing it has, as a BCP 47 tag. */
  readonly locale: string;
  /** A calendar date: `24/11/2026`. Takes `2026-11-24` or an RFC 3339 time. */
  date(value: string | Date): string;
  /** A date and time of day to the minute, in the person's own time zone. */
  dateTime(value: string | Date): string;
  /** A time of day that no zone moves, `14:30`: as the region writes it. */
  time(value: string): string;
  /** How long ago, or how far ahead: `há 2 minutos`. */
  relative(value: string | Date, now?: Date): string;
  /** A whole or decimal number with the language's separators. */
  number(value: number | string, options?: Intl.NumberFormatOptions): string;
  /** A share of one as a percentage without decimals. */
  percent(value: number): string;
  /** An exact amount in its currency; digits are never rounded through a float. */
  money(value: MoneyValue): string;
  /** An amount in few characters, rounded: `R$ 1,2 mi`. The whole amount must be shown next to it. */
  shortMoney(value: MoneyValue): string;
  /** Minutes as hours with at most one decimal: `12,5 h`. */
  hours(minutes: number): string;
}

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

// With the whole year, as dates are typed: `dateStyle: "short"` would write 29/11/26 in Portugal and 11/29/26 in the US.
const dateParts = { day: "2-digit", month: "2-digit", year: "numeric" } as const;

const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Makes the formats of a locale ("pt-BR", "en-GB"); keep them, each Intl object is costly to make. */
export function makeFormat(locale: string): Format {
  const dates = new Intl.DateTimeFormat(locale, dateParts);
  const calendarDates = new Intl.DateTimeFormat(locale, { ...dateParts, timeZone: "UTC" });
  const times = new Intl.DateTimeFormat(locale, {
    ...dateParts,
    hour: "numeric",
    minute: "2-digit",
  });
  const timesOfDay = new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  const hourNumbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const numbers = new Map<string, Intl.NumberFormat>();

  function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    let format = numbers.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, options);
      numbers.set(key, format);
    }
    return format;
  }

  return {
    locale,
    date: (value) =>
      typeof value === "string" && dateOnly.test(value)
        ? calendarDates.format(new Date(`${value}T00:00:00Z`))
        : dates.format(new Date(value)),
    dateTime: (value) => times.format(new Date(value)),
    time: (value) => timesOfDay.format(new Date(`1970-01-01T${value}Z`)),
    relative: (value, now = new Date()) => {
      const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
      for (const [unit, length] of steps) {
        if (Math.abs(seconds) >= length) {
          return relatives.format(Math.trunc(seconds / length), unit);
        }
      }
      return relatives.format(0, "second");
    },
    number: (value, options = {}) => numberFormat(options).format(exact(value)),
    percent: (value) => percents.format(value),
    money: ({ amount, currency }) =>
      numberFormat({ style: "currency", currency }).format(exact(amount)),
    shortMoney: ({ amount, currency }) =>
      numberFormat({
        style: "currency",
        currency,
        notation: "compact",
        maximumSignificantDigits: 3,
      }).format(exact(amount)),
    hours: (minutes) => `${hourNumbers.format(minutes / 60)} h`,
  };
}

// Intl takes a decimal string and formats it digit by digit; a float would lose the last cents.
function exact(value: number | string): number | Intl.StringNumericLiteral {
  return typeof value === "string" && isDecimal(value) ? value : Number(value);
}

function isDecimal(value: string): value is Intl.StringNumericLiteral {
  return /^-?\d+(\.\d+)?$/.test(value);
}
