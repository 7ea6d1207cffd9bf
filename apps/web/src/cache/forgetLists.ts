import type { ApolloCache } from "@apollo/client";
import { noteWrite } from "./writes.js";

const lastWrites = new Map<string, number>();

/** When this browser last wrote something of a customer, in milliseconds since 1970; 0 for never. */
export function lastWriteOf(customerId: string): number {
  return lastWrites.get(customerId) ?? 0;
}

/**
 * Evicts lists of a customer, and the same lists of all customers, after a write that adds, removes or moves a row; those on
 * screen are fetched again. The history always is, as each write adds to it. Without a customer, which the person does not
 * see, only the lists of all customers are evicted.
 */
export function forgetLists(
  cache: ApolloCache,
  customerId: string | null,
  fields: readonly string[] = [],
): void {
  noteWrite();
  if (customerId !== null) lastWrites.set(customerId, Date.now());
  const id =
    customerId === null ? undefined : cache.identify({ __typename: "Customer", id: customerId });
  cache.evict({ id: "ROOT_QUERY", fieldName: "customerTotals" });
  for (const fieldName of ["activity", ...fields]) {
    if (id) cache.evict({ id, fieldName });
    cache.evict({ id: "ROOT_QUERY", fieldName });
  }
}
