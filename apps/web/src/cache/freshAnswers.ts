import { ApolloLink } from "@apollo/client";
import { switchMap } from "rxjs";
import { writesSoFar } from "./writes.js";

/**
 * Asks once more what a write overtook: the answer on its way may be from before it, and nobody else asks again, as the same
 * question was under way already.
 */
export const freshAnswers = new ApolloLink((operation, forward) => {
  const ask = (): ReturnType<typeof forward> => {
    const before = writesSoFar();
    return forward(operation).pipe(
      switchMap((answer) => (writesSoFar() === before ? [answer] : ask())),
    );
  };
  return operation.operationType === "query" ? ask() : forward(operation);
});
