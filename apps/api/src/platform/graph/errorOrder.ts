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
    const relatedChanges = other[index];
    if (relatedChanges === undefined) return 1;
    if (step !== relatedChanges) return compareSteps(step, relatedChanges, within);
    within = (within as Record<Step, unknown> | null | undefined)?.[step];
  }
  return one.length - other.length;
}

/** A result with its errors in the order of the data, not in the order in which they occurred. */
export function inResponseOrder(result: ExecutionResult): ExecutionResult {
  const { errors, data } = result;
  if (!errors || errors.length < 2) return result;
  const pathOf = ({ path }: GraphQLError) => path ?? [];
  return { ...result, errors: [...errors].sort((a, b) => compare(pathOf(a), pathOf(b), data)) };
}
