import type { ImportRowClass, ImportRowFilter } from "../../../gql/graphql.js";
import { rowClasses } from "./rows/rowStates.js";

/** The rows that the review shows, according to its URL. */
export interface ReviewFilter {
  only: ImportRowClass | null;
  problem: { code: string; column: number | null } | null;
}

/** Reads the URL of the review. */
export function readReviewFilter(search: URLSearchParams): ReviewFilter {
  const problem = /^(\w+)(?:@(\d+))?$/.exec(search.get("problem") ?? "");
  return {
    only: rowClasses.find((one) => one.toLowerCase() === search.get("show")) ?? null,
    problem: problem?.[1]
      ? { code: problem[1], column: problem[2] === undefined ? null : Number(problem[2]) }
      : null,
  };
}

/** The URL of the review with a filter. */
export function reviewSearch({ only, problem }: ReviewFilter): string {
  const search = new URLSearchParams({ step: "review" });
  if (only) search.set("show", only.toLowerCase());
  if (problem) {
    const { code, column } = problem;
    search.set("problem", column === null ? code : `${code}@${column}`);
  }
  return `?${search}`;
}

/** The filter as the API takes it. */
export function rowFilterOf({ only, problem }: ReviewFilter): ImportRowFilter {
  return {
    ...(only && { class: [only] }),
    ...(problem && { codes: [problem.code] }),
    ...(problem && problem.column !== null && { columns: [problem.column] }),
  };
}
