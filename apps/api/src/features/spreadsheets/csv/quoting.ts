/**
 * How a quote inside of a quoted text is written: twice (RFC 4180), or with a backslash before it; with `none` quotes
 * are characters like others.
 */
export const textQuotings = ["double", "backslash", "none"] as const;

/** One of the ways to write quotes. */
export type TextQuoting = (typeof textQuotings)[number];
