import { isCalendarDate, isTimeOfDay } from "@clientela/shared/values/dates";
import { parseDuration } from "@clientela/shared/values/dayOrDuration";
import { parseDecimal } from "@clientela/shared/values/money";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime, GraphQLJSON } from "graphql-scalars";

type Check = (text: string) => string | null;

/** A scalar whose values are text; `check` returns the value as it is stored, or null. */
function textScalar(
  name: string,
  description: string,
  check: Check,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown, nodes?: ValueNode): string => {
    const checked = typeof value === "string" ? check(value) : null;
    if (checked === null) {
      throw new GraphQLError(`${JSON.stringify(value)} is no ${name}: ${description}`, { nodes });
    }
    return checked;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

const matching =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text) ? text : null;

/** An instant, RFC 3339 in UTC. */
export const DateTimeScalar = GraphQLDateTime;

/** Any value that JSON can carry. */
export const JsonScalar = GraphQLJSON;

/** A calendar date without time or zone. */
export const DateScalar = textScalar("Date", "A calendar date, YYYY-MM-DD.", (text) =>
  isCalendarDate(text) ? text : null,
);

/** A time of day without zone. */
export const LocalTimeScalar = textScalar(
  "LocalTime",
  "A time of day to the minute, HH:MM.",
  (text) => (isTimeOfDay(text) ? text : null),
);

/** A calendar date, an instant, or a day counted from today. */
export const MomentScalar = textScalar(
  "Moment",
  "A calendar date (2026-03-31), an instant (2026-03-31T12:00:00Z), or a day counted from today as an ISO 8601 duration (-P30D, P0D, P1M).",
  (text) =>
    isCalendarDate(text) || parseDuration(text) || !Number.isNaN(Date.parse(text)) ? text : null,
);

/** An exact decimal number as text. */
export const DecimalScalar = textScalar(
  "Decimal",
  'An exact decimal number as text, with a point: "1234.50".',
  parseDecimal,
);

/** ISO 4217. */
export const CurrencyCode = textScalar(
  "CurrencyCode",
  "A currency by its ISO 4217 code, such as BRL.",
  matching(/^[A-Z]{3}$/),
);

/** ISO 3166-1 alpha-2. */
export const CountryCode = textScalar(
  "CountryCode",
  "A country by its ISO 3166-1 alpha-2 code, such as BR.",
  matching(/^[A-Z]{2}$/),
);

// The rules of the next two are in one place for app, API and import (shared/fields), where a
// failure names its path and speaks the caller's language; the scalars only say what the text is.

/** An e-mail address. */
export const EmailAddress = textScalar("EmailAddress", "An e-mail address.", (text) => text);

/** A web address. */
export const Url = textScalar("URL", "An absolute http or https address.", (text) => text);
