/** How the source of an import's ids is known. */
export const ID_SOURCE_REASONS = ["CHOSEN", "HEADER", "FILE_NAME", "REMEMBERED"] as const;

/** One of the ways. */
export type IdSourceReason = (typeof ID_SOURCE_REASONS)[number];
