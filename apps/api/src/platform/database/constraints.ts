import { z } from "zod";

const databaseError = z.object({ code: z.string(), constraint: z.string().optional() });

/** The SQLSTATE of an error; undefined if it does not come from PostgreSQL. */
export const databaseErrorCode = (error: unknown): string | undefined =>
  databaseError.safeParse(error).data?.code;

/** The unique index that a write violated, or null for any other error. */
export function brokenUniqueIndex(error: unknown): string | null {
  const parsed = databaseError.safeParse(error);
  return parsed.success && parsed.data.code === "23505" ? (parsed.data.constraint ?? null) : null;
}

/** The constraint that a write violated, or null for any other error. */
export const brokenConstraint = (error: unknown): string | null =>
  databaseError.safeParse(error).data?.constraint ?? null;

const MAX_PARTS = "most_parts:";

/** The list of a record's parts that a write would have made too long, or null for any other error. */
export function crowdedList(error: unknown): string | null {
  const constraint = databaseError.safeParse(error).data?.constraint;
  return constraint?.startsWith(MAX_PARTS) ? constraint.slice(MAX_PARTS.length) : null;
}

/** Whether the database rejected the written values: a constraint, or the form of a value. */
export function isUnwritable(error: unknown): boolean {
  const parsed = databaseError.safeParse(error);
  return parsed.success && /^2[23]/.test(parsed.data.code);
}
