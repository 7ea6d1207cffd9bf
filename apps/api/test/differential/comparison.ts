import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
} from "graphql";
import { pino } from "pino";
import { registry } from "../../src/features.js";
import type { App } from "../../src/platform/app.js";
import type { Actor } from "../../src/platform/context.js";
import { inOrderOfAnswer } from "../../src/platform/graph/errorOrder.js";
import { Executor } from "../../src/platform/graph/plans/plannedExecution.js";
import { presentError } from "../../src/platform/graph/presentError.js";
import { RequestContext } from "../../src/platform/request/requestContext.js";

const MAX_ERRORS = 5;
const log = pino({ level: "silent" });

/** Values of a query's variables. */
export type Given = Record<string, unknown>;

/** A query that somebody asks. */
export interface Question {
  document: DocumentNode;
  actor: Actor;
}

/** An answer as a caller gets it, byte for byte. */
function answered({ data, errors }: ExecutionResult): string {
  const told = errors?.map((error) => ({
    ...presentError(error, {
      locale: "en",
      messages: registry.messages,
      requestId: "request",
      log,
    }),
    isError: error instanceof GraphQLError,
  }));
  return JSON.stringify({ errors: told, data }, null, 1);
}

/** Two ways of executing the same queries: as the server does, and as graphql-js does. */
export class Comparison {
  private readonly executor: Executor;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly app: App,
  ) {
    this.executor = new Executor(schema, MAX_ERRORS);
  }

  /**
   * Asks a question with each of the values, the server as often as they are there; answers what it answered. Throws
   * where graphql-js answers otherwise.
   */
  async ask(question: Question, values: readonly Given[]): Promise<ExecutionResult[]> {
    const { document } = question;
    const expected = new Map<Given, string>();
    const results: ExecutionResult[] = [];
    for (const variables of values) {
      if (!expected.has(variables)) {
        const result = await execute({
          schema: this.schema,
          document,
          variableValues: variables,
          contextValue: this.contextOf(question),
          options: { maxCoercionErrors: MAX_ERRORS },
        });
        expected.set(variables, answered(inOrderOfAnswer(result)));
      }
      const context = this.contextOf(question);
      const result = await this.executor.execute({
        document,
        operationName: null,
        variables,
        context,
      });
      if (answered(result) !== expected.get(variables)) {
        const { role, kind } = question.actor;
        const about = JSON.stringify({ kind, role, text: document.loc?.source.body, variables });
        throw new Error(
          `${about}\ngraphql-js: ${expected.get(variables)}\nthe server: ${answered(result)}`,
        );
      }
      results.push(result);
    }
    return results;
  }

  private contextOf({ actor }: Question): RequestContext {
    return new RequestContext(this.app, actor, "en", "request");
  }
}
