import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { i18n } from "../../i18n/i18n.js";

/** One thing that the API found wrong with an input. */
export interface ApiIssue {
  path: string;
  code: string;
  message: string;
}

/** What the API says about a failure: a stable code, and what belongs to that code. */
export interface ApiError {
  code: string;
  message: string;
  issues: ApiIssue[];
  /** Who saved first, and when, of a conflict. */
  changedBy: string | null;
  changedAt: string | null;
  /** Who has what must be unique, of a duplicate. */
  existing: { id: string; number: string; legalName: string } | null;
}

/** Reads the first error of a response; nothing for a failure of another kind, such as no connection. */
export function apiErrorOf(failure: unknown): ApiError | undefined {
  if (!CombinedGraphQLErrors.is(failure)) return undefined;
  const [first] = failure.errors;
  const { code, issues, changedBy, changedAt, existing } = first?.extensions ?? {};
  if (!first || typeof code !== "string") return undefined;
  return {
    code,
    message: first.message,
    issues: Array.isArray(issues) ? issues.filter(isIssue) : [],
    changedBy: typeof changedBy === "string" ? changedBy : null,
    changedAt: typeof changedAt === "string" ? changedAt : null,
    existing: isExisting(existing) ? existing : null,
  };
}

// By hand: every page needs this, and a checker of schemas would be 15 KB of its first load.
function isIssue(value: unknown): value is ApiIssue {
  return hasTexts(value, ["path", "code", "message"]);
}

function isExisting(value: unknown): value is NonNullable<ApiError["existing"]> {
  return hasTexts(value, ["id", "number", "legalName"]);
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  const record: Record<string, unknown> = { ...value };
  return names.every((name) => typeof record[name] === "string");
}

/** An issue as a sentence that can stand under its field. */
export function sayIssue({ message }: ApiIssue): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** A failure as one sentence for a person: the issue's where there is one, else the message. */
export function sayFailure(failure: unknown): string | undefined {
  const error = apiErrorOf(failure);
  const issue = error?.issues[0];
  if (issue) return sayIssue(issue);
  // The API names the type and id of what it did not find, which say nothing to a person.
  if (error?.code === "NOT_FOUND") return i18n._("ui.notFound");
  return failure instanceof Error ? failure.message : undefined;
}
