/** How a row finds its record. */
export const MATCH_KEYS = ["AUTO", "NUMBER", "EXTERNAL_ID", "TAX_ID", "EMAIL", "NAME"] as const;

/** One of the ways. */
export type MatchKey = (typeof MATCH_KEYS)[number];
