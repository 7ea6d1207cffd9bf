import type { ApolloCache } from "@apollo/client";
import { noteWrite } from "./writes.js";

const lastWrites = new Map<string, number>();

/** When this browser last wrote something of a customer, in milliseconds since 1970; 0 for never. */
export function lastWriteOf(customerId: string): number {
  return lastWrites.get(customerId) ?? 0;
}

/**
 * Evicts lists of a customer, and the same lists of all customers, after a write that adds, removes or moves a row; those on
 * screen are fetched again. The history always is, as each write adds to it.
 */
export function forgetLists(
  cache: ApolloCache,
  customerId: string,
  fields: readonly string[] = [],
): void {
  noteWrite();
  lastWrites.set(customerId, Date.now());
  const id = cache.identify({ __typename: "Customer", id: customerId });
  cache.evict({ id: "ROOT_QUERY", fieldName: "customerTotals" });
  for (const fieldName of ["activity", ...fields]) {
    cache.evict({ id, fieldName });
    cache.evict({ id: "ROOT_QUERY", fieldName });
  }
}
