import { PROJECT_STATUSES } from "../records/enums.js";
import { calendarDate, choice, line, paragraphs, wholeNumber } from "../records/fieldRules.js";
import type { IssueCode } from "../values/issues.js";
import { optional } from "../values/textRules.js";

/** The rules of a project's fields. */
export const projectFields = {
  name: line(200),
  description: optional(paragraphs(10_000)),
  status: choice(PROJECT_STATUSES),
  startsOn: optional(calendarDate),
  dueOn: optional(calendarDate),
  budgetMinutes: optional(wholeNumber(0, 60_000_000)),
};

/** What is wrong with the dates of a project taken together, or null. */
export function projectDatesIssue(project: {
  startsOn?: string | null | undefined;
  dueOn?: string | null | undefined;
}): IssueCode | null {
  const { startsOn, dueOn } = project;
  return startsOn && dueOn && dueOn < startsOn ? "before_start" : null;
}
