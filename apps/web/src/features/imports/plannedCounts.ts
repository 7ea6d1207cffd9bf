/** What the rows of an import would do; undefined until that is known. */
export const plannedCounts = <Counts extends { total: number }>(shown: {
  counts: Counts;
}): Counts | undefined => (shown.counts.total > 0 ? shown.counts : undefined);
