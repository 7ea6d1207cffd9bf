import type { GraphQLError } from "graphql";

/** What is wrong with the value of a variable. */
export interface CoercionIssue {
  /** The path within the input, in the form of our own rules; the variable itself if it is about nothing within it. */
  path: string;
  code: string;
  /** The message of graphql-js. */
  detail: string;
}

const CODES: Readonly<Record<string, string>> = {
  Date: "invalid_date",
  LocalTime: "invalid_time",
  Decimal: "invalid_number",
  CountryCode: "invalid_country",
  CurrencyCode: "invalid_currency",
};

const steps = (path: string): string[] =>
  path
    .replace(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter(Boolean);

/** Parses the error of graphql-js about a variable's value; null for any other error. */
export function coercionIssue({ message, originalError }: GraphQLError): CoercionIssue | null {
  const missing = /^Variable "\$(\w+)" of (?:required|non-null) type /.exec(message);
  if (missing) return { path: missing[1] ?? "", code: "required", detail: message };
  const name = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  if (name === undefined) return null;
  const detail = originalError?.message ?? message;
  // graphql-js quotes the value, which may contain anything, and ends with the path and the reason.
  const [, within = ""] =
    new RegExp(` at "${name}([^"]*)"$`).exec(message.slice(0, -`; ${detail}`.length)) ?? [];
  const field = /^Field "(\w+)" (?:of required type|is not defined)/.exec(detail)?.[1];
  const path = [...steps(within), ...(field ? [field] : [])].join(".") || name;
  return { path, code: codeOf(detail), detail };
}

function codeOf(detail: string): string {
  if (detail.startsWith("Field ")) {
    return detail.includes("of required type") ? "required" : "invalid";
  }
  const scalar = / is no (\w+): /.exec(detail)?.[1];
  if (scalar) return CODES[scalar] ?? "invalid";
  return / does not exist in ".*" enum/.test(detail) ? "invalid_choice" : "invalid";
}
