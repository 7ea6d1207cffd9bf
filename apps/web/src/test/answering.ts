import { ApolloLink } from "@apollo/client";
import { GraphQLError, type GraphQLErrorExtensions } from "graphql";
import { Observable } from "rxjs";

/** Returns one operation: its data, or an error by throwing `refused(…)`. */
export type Answer = (variables: Record<string, unknown>) => unknown;

/** An error as the API answers it, to be thrown by an answer. */
export function refused(message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  return new GraphQLError(message, { extensions });
}

/**
 * A mock of the API: each operation gets the result of the function with its name, called with the
 * variables; the last function of a name counts. `calls` are all operations that were sent, in order.
 */
export function answering(...answers: readonly (readonly [name: string, answer: Answer])[]) {
  const byName = new Map(answers);
  const calls: { name: string; variables: Record<string, unknown>; headers: unknown }[] = [];
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const name = operation.operationName ?? "";
        const { variables } = operation;
        calls.push({ name, variables, headers: operation.getContext().headers });
        const answer = byName.get(name);
        setTimeout(() => {
          try {
            if (!answer) throw new Error(`nothing answers ${name}`);
            observer.next({ data: answer(variables) as Record<string, unknown> });
          } catch (error) {
            if (error instanceof GraphQLError) observer.next({ data: null, errors: [error] });
            else {
              observer.error(error);
              return;
            }
          }
          observer.complete();
        });
      }),
  );
  return { link, calls, of: (name: string) => calls.filter((one) => one.name === name) };
}
