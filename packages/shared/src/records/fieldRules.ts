import { z } from "zod";
import { isCalendarDate, isTimeOfDay } from "../values/dates.js";
import type { IssueCode } from "../values/issues.js";
import { lineRuling, paragraphsRuling, textRule } from "../values/textRules.js";

const code = (issue: IssueCode) => ({ error: issue });

/** One line of text, 1 to so many characters. */
export const line = (max: number) => textRule((text) => lineRuling(text, max));

/** Text of several lines, 1 to so many characters. */
export const paragraphs = (max: number) => textRule((text) => paragraphsRuling(text, max));

/** A whole number from `min` to `max`. */
export const wholeNumber = (min: number, max: number) =>
  z
    .number({
      error: ({ input }) =>
        input === undefined || input === null ? "required" : ("invalid_number" satisfies IssueCode),
    })
    .refine(Number.isInteger, { error: "not_an_integer" satisfies IssueCode, abort: true })
    .refine((value) => value >= min && value <= max, {
      error: "out_of_range" satisfies IssueCode,
      params: { min, max },
    });

/** A calendar date, 'YYYY-MM-DD'. */
export const calendarDate = z
  .string({
    error: ({ input }) =>
      input === undefined || input === null ? "required" : ("invalid_date" satisfies IssueCode),
  })
  .refine(isCalendarDate, code("invalid_date"));

/** A time of day, 'HH:MM'. */
export const timeOfDay = z.string(code("invalid_time")).refine(isTimeOfDay, code("invalid_time"));

/** One of a list of values. */
export const choice = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, code("invalid_choice"));

/** The id of another record, in small letters as it is stored. */
export const recordId = z.uuid(code("invalid_id")).toLowerCase();
