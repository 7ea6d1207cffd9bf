/** How the source of an import's ids was determined. */
export const ID_SOURCE_REASONS = ["CHOSEN", "HEADER", "FILE_NAME", "REMEMBERED"] as const;

/** One of these reasons. */
export type IdSourceReason = (typeof ID_SOURCE_REASONS)[number];
