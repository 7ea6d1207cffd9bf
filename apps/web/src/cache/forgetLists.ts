import type { ApolloCache } from "@apollo/client";

/**
 * Lets lists of a customer be read anew after a write that adds, removes or moves a row; those on
 * screen are fetched again, and the history always is, as each write adds to it.
 */
export function forgetLists(
  cache: ApolloCache,
  customerId: string,
  fields: readonly string[] = [],
): void {
  const id = cache.identify({ __typename: "Customer", id: customerId });
  for (const fieldName of ["activity", ...fields]) cache.evict({ id, fieldName });
}
