import { z } from "zod";
import type { IssueCode } from "./issues.js";

/** What a rule makes of a text: the value to keep, or what is wrong with it and what its sentence names. */
export type Ruling<T> = { value: T } | { issue: IssueCode; params?: Record<string, number> };

// NUL and lone surrogates cannot be stored as UTF-8 text; other controls are never meant in a line.
const CONTROLS_IN_LINE = /[\p{Cc}\p{Cs}]/u;
const CONTROLS_IN_PARAGRAPHS = /[\p{Cs}]|(?![\t\n])\p{Cc}/u;
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** Whether a text shows nothing: it is empty, or only spaces and invisible characters. */
export function isBlank(text: string): boolean {
  return !/[!-~]/.test(text) && text.replace(INVISIBLE, "") === "";
}

/** How many characters a text has as PostgreSQL counts them: code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function checkLength(text: string, max: number): Ruling<string> {
  // A code point is at most two UTF-16 units, so most texts need no counting.
  return text.length > max && lengthOf(text) > max
    ? { issue: "too_long", params: { max } }
    : { value: text };
}

/** A text as it is stored and looked up: trimmed, and one that looks the same written the same (Unicode's NFC). */
export const storedForm = (text: string): string => text.normalize("NFC").trim();

/** One line of text: in its stored form, 1 to so many characters, without control characters. */
export function lineRuling(text: string, max: number): Ruling<string> {
  const line = storedForm(text);
  if (CONTROLS_IN_LINE.test(line)) return { issue: "invalid_characters" };
  return isBlank(line) ? { issue: "required" } : checkLength(line, max);
}

/** One line made of text that may be broken over several, as addresses in spreadsheets are. */
export function joinedLineRuling(text: string, max: number): Ruling<string> {
  return lineRuling(text.replace(/[\t ]*[\r\n\t]+[\t ]*/g, " "), max);
}

/** Text of several lines: in its stored form, line ends as "\n", tabs kept, other control characters refused. */
export function paragraphsRuling(text: string, max: number): Ruling<string> {
  const paragraphs = storedForm(text.replace(/\r\n?/g, "\n"));
  if (CONTROLS_IN_PARAGRAPHS.test(paragraphs)) return { issue: "invalid_characters" };
  return isBlank(paragraphs) ? { issue: "required" } : checkLength(paragraphs, max);
}

/** A zod schema of text whose messages are issue codes. */
export function textRule<T>(ruling: (text: string) => Ruling<T>) {
  return z
    .string({
      error: ({ input }) =>
        input === undefined || input === null ? "required" : ("invalid_type" satisfies IssueCode),
    })
    .transform((text, context): T => {
      const result = ruling(text);
      if ("value" in result) return result.value;
      const { issue: message, params } = result;
      context.issues.push({ code: "custom", message, params, input: text });
      return z.NEVER;
    });
}

/** The rule for a value that may be omitted (stays as it is) or be blank or null (is cleared). */
export function optional<Rule extends z.ZodType>(rule: Rule) {
  return z
    .preprocess(
      (input) => (typeof input === "string" && isBlank(input) ? null : input),
      rule.nullable(),
    )
    .optional();
}
