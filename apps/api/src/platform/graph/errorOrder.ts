import type { ExecutionResult, GraphQLError } from "graphql";

type Step = string | number;

// Keys in the order of their object; the keys of null are unknown.
function compareSteps(one: Step, other: Step, within: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const keys = typeof within === "object" && within !== null ? Object.keys(within) : [];
  return keys.indexOf(String(one)) - keys.indexOf(String(other)) || (one < other ? -1 : 1);
}

function compare(one: readonly Step[], other: readonly Step[], data: unknown): number {
  let within = data;
  for (const [index, step] of one.entries()) {
    const otherStep = other[index];
    if (otherStep === undefined) return 1;
    if (step !== otherStep) return compareSteps(step, otherStep, within);
    within = (within as Record<Step, unknown> | null | undefined)?.[step];
  }
  return one.length - other.length;
}

const pathOf = ({ path = [] }: GraphQLError): readonly Step[] => path;

/** Errors in the order of the data, not in the order in which they occurred. */
export const inResponseOrder = (errors: readonly GraphQLError[], data: unknown): GraphQLError[] =>
  [...errors].sort((a, b) => compare(pathOf(a), pathOf(b), data));

// The path to the null at or above an error.
function nullFor(error: GraphQLError, data: unknown): string {
  const path = pathOf(error);
  let value = data;
  let length = 0;
  while (length < path.length && value !== null && value !== undefined) {
    value = (value as Record<Step, unknown>)[path[length] as Step];
    length += 1;
  }
  return JSON.stringify(path.slice(0, length));
}

/**
 * A result of graphql-js with one error for each null, in the order of the response. graphql-js also reports errors
 * below a null if they occurred before it; the last of them caused the null.
 */
export function withErrorsByNull(result: ExecutionResult): ExecutionResult {
  const { errors, data } = result;
  if (!errors || errors.length < 2 || data === undefined) return result;
  const byNull = new Map(errors.map((error) => [nullFor(error, data), error]));
  return { ...result, errors: inResponseOrder([...byNull.values()], data) };
}
