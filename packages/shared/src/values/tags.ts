/** The most tags that a customer can have. */
export const MAX_TAGS = 50;

/** Tags without repetitions, upper and lower case alike; the first spelling stays. */
export function uniqueTags(list: readonly string[]): string[] {
  const known = new Set<string>();
  return list.filter((tag) => {
    const key = tag.toLowerCase();
    return known.has(key) ? false : known.add(key);
  });
}
