/**
 * How a quote inside of a quoted text is escaped: doubled (RFC 4180), or with a backslash; with `none`, quotes
 * have no meaning.
 */
export const textQuotings = ["double", "backslash", "none"] as const;

/** One of these ways to escape quotes. */
export type TextQuoting = (typeof textQuotings)[number];
