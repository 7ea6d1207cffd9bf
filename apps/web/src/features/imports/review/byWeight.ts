/** Problems with errors, which keep rows out, before warnings. */
export function byWeight<Problem extends { severity: string }>(
  problems: readonly Problem[],
): Problem[] {
  const weight = ({ severity }: Problem) => (severity === "error" ? 0 : 1);
  return problems.toSorted((a, b) => weight(a) - weight(b));
}
