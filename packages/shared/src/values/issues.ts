/**
 * What can be wrong with a value. The codes are stable: the API answers them, each app has its own
 * sentence for them, and no sentence is stored.
 */
export const ISSUE_CODES = [
  "required",
  "invalid_type",
  "too_long",
  "too_many",
  "invalid_characters",
  "invalid_email",
  "invalid_phone",
  "invalid_url",
  "invalid_country",
  "invalid_currency",
  "invalid_choice",
  "invalid_number",
  "not_an_integer",
  "not_positive",
  "too_many_decimals",
  "out_of_range",
  "invalid_date",
  "invalid_time",
  "invalid_tax_id",
  "invalid_id",
  "before_start",
  "address_incomplete",
  "precision_lost",
  "invalid",
] as const;

/** One of the codes. */
export type IssueCode = (typeof ISSUE_CODES)[number];

const KNOWN: ReadonlySet<string> = new Set(ISSUE_CODES);

/** Something that is wrong at a place of an input, such as ["address", "country"]. */
export interface FieldIssue {
  path: (string | number)[];
  code: IssueCode;
}

/** Whether a text is one of the codes. */
export function isIssueCode(text: string): text is IssueCode {
  return KNOWN.has(text);
}

/** The issues of a failed zod check as codes; what zod itself refuses is "invalid_type" or "invalid". */
export function issuesOf(error: {
  issues: readonly { path: readonly PropertyKey[]; message: string; code?: string }[];
}): FieldIssue[] {
  return error.issues.map(({ path, message, code }) => ({
    path: path.map((key) => (typeof key === "number" ? key : String(key))),
    code: isIssueCode(message) ? message : code === "invalid_type" ? "invalid_type" : "invalid",
  }));
}
