import { CombinedGraphQLErrors } from "@apollo/client/errors";
import * as z from "zod/mini";

const issueShape = z.object({ path: z.string(), code: z.string(), message: z.string() });

const extensionsShape = z.object({
  code: z.string(),
  issues: z.catch(z.array(issueShape), []),
  changedBy: z.catch(z.nullish(z.string()), null),
  changedAt: z.catch(z.nullish(z.string()), null),
  existing: z.catch(
    z.nullish(z.object({ id: z.string(), number: z.string(), legalName: z.string() })),
    null,
  ),
});

/** One thing that the API found wrong with an input. */
export type ApiIssue = z.output<typeof issueShape>;

/** What the API says about a failure: a stable code, and what belongs to that code. */
export interface ApiError extends z.output<typeof extensionsShape> {
  message: string;
}

/** Reads the first error of an answer; nothing for a failure of another kind, such as no connection. */
export function apiErrorOf(failure: unknown): ApiError | undefined {
  if (!CombinedGraphQLErrors.is(failure)) return undefined;
  const [first] = failure.errors;
  const extensions = extensionsShape.safeParse(first?.extensions);
  return first && extensions.success ? { message: first.message, ...extensions.data } : undefined;
}

/** An issue as a sentence that can stand under its field. */
export function sayIssue({ message }: ApiIssue): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** A failure as one sentence for a person: the issue's where there is one, else the message. */
export function sayFailure(failure: unknown): string | undefined {
  const issue = apiErrorOf(failure)?.issues[0];
  if (issue) return sayIssue(issue);
  return failure instanceof Error ? failure.message : undefined;
}
