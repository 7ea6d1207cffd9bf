/** The buckets of ageing as the API names them, from what is not due yet to the oldest. */
export const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90"] as const;

/** One of them. */
export type Bucket = (typeof BUCKETS)[number];

/** What customers owe us, or we owe them. */
export type Side = "receivables" | "payables";
