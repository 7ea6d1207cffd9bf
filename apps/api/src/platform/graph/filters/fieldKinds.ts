import { isCalendarDate } from "@clientela/shared/values/dates";
import { dayMeant } from "@clientela/shared/values/dayOrDuration";
import { parseDecimal } from "@clientela/shared/values/money";
import sql, { raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import { Invalid } from "../../errors.js";
import { MAX_FILTER_VALUES } from "../../lists/filterValues.js";
import { containing } from "../../lists/search.js";
import type { ReadContext } from "../../readContext.js";
import { endOfDay, startOfDay } from "../../request/startOfDay.js";
import { MomentScalar } from "../../types/scalars.js";
import { parseId, parseInput } from "../parseInput.js";
import {
  IdCondition,
  MoneyCondition,
  NumberCondition,
  TextCondition,
  TimeCondition,
} from "./conditions.input.js";
import type { FilterField } from "./filterField.js";

const OPERATORS = { gte: ">=", gt: ">", lte: "<=", lt: "<" } as const;
type Operator = keyof typeof OPERATORS;

const empty = z.boolean().nullish();
const values = z.array(z.string()).max(MAX_FILTER_VALUES).nullish();
const rangeOf = <Value extends z.ZodType>(value: Value) => ({
  gte: value.nullish(),
  gt: value.nullish(),
  lte: value.nullish(),
  lt: value.nullish(),
});
const decimal = z.string().refine((text) => parseDecimal(text) !== null, { error: "invalid" });

const schemas = {
  text: z.object({ in: values, contains: z.string().nullish(), isEmpty: empty }),
  id: z.object({ in: values, isEmpty: empty }),
  number: z.object({
    ...rangeOf(decimal),
    isEmpty: empty,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullish(),
  }),
  time: z.object({ ...rangeOf(z.string()), isEmpty: empty }),
};

const emptiness = (value: Sql, isEmpty: boolean | null | undefined): Sql[] =>
  isEmpty == null ? [] : [sql`${value} IS ${raw(isEmpty ? "NULL" : "NOT NULL")}`];

const bounds = (
  range: Readonly<Partial<Record<Operator, string | null | undefined>>>,
  condition: (operator: Operator, bound: string) => Sql,
): Sql[] =>
  (Object.keys(OPERATORS) as Operator[]).flatMap((operator) => {
    const bound = range[operator];
    return bound == null ? [] : [condition(operator, bound)];
  });

type Described = Pick<FilterField, "description" | "rule">;

/** A text. */
export const text = (value: Sql, about: Described): FilterField => ({
  ...about,
  type: () => TextCondition,
  conditions: (given, _, path) => {
    const { in: texts, contains, isEmpty } = parseInput(schemas.text, given, path);
    const conditions = emptiness(value, isEmpty);
    if (texts)
      conditions.push(
        sql`fold(${value}) IN (SELECT fold(t.one) FROM unnest(${texts}::text[]) t (one))`,
      );
    if (contains != null) conditions.push(containing(sql`fold(${value})`, contains));
    return conditions;
  },
});

/** The id of another record. */
export const reference = (value: Sql, about: Described): FilterField => ({
  ...about,
  type: () => IdCondition,
  conditions: (given, _, path) => {
    const { in: listed, isEmpty } = parseInput(schemas.id, given, path);
    const ids = listed?.map((id, index) => parseId(id, `${path}.in.${index}`));
    return [...emptiness(value, isEmpty), ...(ids ? [sql`${value} = ANY(${ids}::uuid[])`] : [])];
  },
});

/** A number. */
export const number = (value: Sql, about: Described): FilterField => ({
  ...about,
  type: () => NumberCondition,
  conditions: (given, _, path) => {
    const range = parseInput(schemas.number, given, path);
    return [
      ...emptiness(value, range.isEmpty),
      ...bounds(
        range,
        (operator, bound) => sql`${value} ${raw(OPERATORS[operator])} ${bound}::numeric`,
      ),
    ];
  },
});

/** An amount of money: one in another currency is in no range. */
export const money = (
  value: Sql,
  currency: Sql | ((reading: ReadContext) => Sql),
  about: Described,
): FilterField => ({
  ...about,
  type: () => MoneyCondition,
  conditions: (given, reading, path) => {
    const range = parseInput(schemas.number, given, path);
    const within = bounds(
      range,
      (operator, bound) => sql`${value} ${raw(OPERATORS[operator])} ${bound}::numeric`,
    );
    const currencyOf = typeof currency === "function" ? currency : () => currency;
    const isMeant = within.length > 0 || range.currency != null;
    return [
      ...emptiness(value, range.isEmpty),
      ...(isMeant
        ? [sql`${currencyOf(reading)} = ${range.currency ?? reading.organisation.currency}`]
        : []),
      ...within,
    ];
  },
});

/** The day that a moment means; throws Invalid for an instant, and for what is beyond the calendar. */
function dayOf(moment: string, { today }: ReadContext, path: string): string {
  const day = dayMeant(moment, today);
  if (day === null) throw new Invalid([{ path, code: "invalid_date" }]);
  return day;
}

/** A day of the calendar. */
export const day = (value: Sql, about: Described): FilterField => ({
  ...about,
  type: () => TimeCondition,
  conditions: (given, reading, path) => {
    const range = parseInput(schemas.time, given, path);
    return [
      ...emptiness(value, range.isEmpty),
      ...bounds(range, (operator, bound) => {
        const on = dayOf(bound, reading, `${path}.${operator}`);
        return sql`${value} ${raw(OPERATORS[operator])} ${on}::date`;
      }),
    ];
  },
});

/** An instant as PostgreSQL takes it; null for what is none. */
function instantOf(moment: string): string | null {
  if (!z.iso.datetime({ offset: true }).safeParse(moment).success) return null;
  const at = new Date(moment).toISOString();
  return /^(?!0000)\d{4}-/.test(at) ? at : null;
}

// A day is a range of instants: later than it is from its end on.
function instantCondition(
  value: Sql,
  operator: Operator,
  moment: string,
  reading: ReadContext,
  path: string,
): Sql {
  const at = isCalendarDate(moment) ? null : instantOf(moment);
  if (at) return sql`${value} ${raw(OPERATORS[operator])} ${at}::timestamptz`;
  const on = dayOf(moment, reading, path);
  const isAfter = operator === "gt" || operator === "lte";
  const edge = isAfter ? endOfDay(on, reading) : startOfDay(on, reading);
  return sql`${value} ${raw(operator.startsWith("g") ? ">=" : "<")} ${edge}`;
}

/** An instant. */
export const instant = (value: Sql, about: Described): FilterField => ({
  ...about,
  type: () => TimeCondition,
  conditions: (given, reading, path) => {
    const range = parseInput(schemas.time, given, path);
    return [
      ...emptiness(value, range.isEmpty),
      ...bounds(range, (operator, bound) =>
        instantCondition(value, operator, bound, reading, `${path}.${operator}`),
      ),
    ];
  },
});

/** When records `r` of any kind were made and changed. */
export const storedTimes = {
  createdAt: instant(sql`r.created_at`, { description: "When it was made." }),
  updatedAt: instant(sql`r.updated_at`, { description: "When it was last changed." }),
  updatedSince: {
    type: () => MomentScalar,
    description: "Last changed then or later.",
    conditions: (given, reading, path) => [
      instantCondition(sql`r.updated_at`, "gte", z.string().parse(given), reading, path),
    ],
  },
} satisfies Record<string, FilterField>;
