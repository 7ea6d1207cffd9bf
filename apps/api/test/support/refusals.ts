import type { Answer } from "../server.js";

/** The code of an answer's first error, or OK. */
export function codeOf(answer: Answer<unknown>): unknown {
  return answer.errors?.[0]?.extensions.code ?? "OK";
}

/** Which paths an answer says are wrong, and why: `["dueOn before_start"]`. */
export function issuesOf(answer: Answer<unknown>): string[] {
  const issues = (answer.errors?.[0]?.extensions.issues ?? []) as { path: string; code: string }[];
  return issues.map(({ path, code }) => `${path} ${code}`);
}

/** An id that no record has. */
export const NO_ID = "01890000-0000-7000-8000-000000000000";
