const known: string[] = [];

/** Learns which tables go along with others' records; to be called before anything is served. */
export function registerCascadeTables(
  features: readonly { cascadeTables?: readonly string[] }[],
): void {
  known.splice(0, known.length, ...features.flatMap(({ cascadeTables = [] }) => cascadeTables));
}

/** The tables whose rows only say something of records of others, and may go with them. */
export const cascadeTables = (): readonly string[] => known;
