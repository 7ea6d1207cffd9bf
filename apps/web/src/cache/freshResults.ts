import { ApolloLink } from "@apollo/client";
import { switchMap } from "rxjs";
import { writesSoFar } from "./writes.js";

/**
 * Sends a query again if a write was made while it was in flight: its result may be older than the write, and a refetch of the
 * same query meanwhile was deduplicated with it.
 */
export const freshResults = new ApolloLink((operation, forward) => {
  const send = (): ReturnType<typeof forward> => {
    const before = writesSoFar();
    return forward(operation).pipe(
      switchMap((result) => (writesSoFar() === before ? [result] : send())),
    );
  };
  return operation.operationType === "query" ? send() : forward(operation);
});
