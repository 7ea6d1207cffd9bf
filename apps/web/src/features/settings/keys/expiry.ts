const DAY_MS = 24 * 60 * 60 * 1000;

/** For how long a new key works, in days; `never` is without an end. */
export const expiries = ["30", "90", "365", "never"] as const;

/** One of the choices. */
export type Expiry = (typeof expiries)[number];

/** The moment at which a key made now stops working. */
export function expiryDate(expiry: Expiry, now: Date): Date | null {
  return expiry === "never" ? null : new Date(now.getTime() + Number(expiry) * DAY_MS);
}
