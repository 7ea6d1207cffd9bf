import type { ApolloCache } from "@apollo/client";

/** Lets a customer's history be read anew: each write adds to it. */
export function forgetHistory(cache: ApolloCache, customerId: string): void {
  const id = cache.identify({ __typename: "Customer", id: customerId });
  cache.evict({ id, fieldName: "activity" });
}
