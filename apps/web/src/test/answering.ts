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
 * Stands in for the API: each operation, by its name, gets what its answer makes of the
 * variables; the last answer of a name counts.
 * `asked` remembers all that was asked, in order.
 */
export function answering(...answers: readonly (readonly [name: string, answer: Answer])[]) {
  const byName = new Map(answers);
  const asked: { name: string; variables: Record<string, unknown>; headers: unknown }[] = [];
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const name = operation.operationName ?? "";
        const { variables } = operation;
        asked.push({ name, variables, headers: operation.getContext().headers });
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
  return { link, asked, of: (name: string) => asked.filter((one) => one.name === name) };
}
