import { type DocumentNode, type ExecutionResult, GraphQLError } from "graphql";
import { pino } from "pino";
import { registry } from "../../src/features.js";
import type { App } from "../../src/platform/app.js";
import type { Actor } from "../../src/platform/context.js";
import type { Execute } from "../../src/platform/graph/execution.js";
import { presentError } from "../../src/platform/graph/presentError.js";
import { plannedExecution } from "../../src/platform/performance/plannedExecution.js";
import { RequestContext } from "../../src/platform/request/requestContext.js";
import { createSchema } from "../../src/schema.js";
import { referenceExecution } from "./reference.js";

const MAX_ERRORS = 5;
const log = pino({ level: "silent" });

/** Values of a query's variables. */
export type Given = Record<string, unknown>;

/** A query that somebody asks. */
export interface Question {
  document: DocumentNode;
  actor: Actor;
}

/** A response as a caller gets it. */
type Response = ReturnType<typeof responseOf>;

function responseOf({ data, errors }: ExecutionResult) {
  const reported = errors?.map((error) => ({
    ...presentError(error, {
      locale: "en",
      messages: registry.messages,
      requestId: "request",
      log,
    }),
    isError: error instanceof GraphQLError,
  }));
  return { errors: reported, data };
}

/** Whether two responses are the same, byte for byte. */
const areSame = (one: Response, other: Response): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What executes queries, and for whom. */
interface Way {
  app: App;
  execute: Execute;
}

/** Two ways of executing the same queries: as the server does, and by graphql-js without anything that makes it cheap. */
export class Comparison {
  private readonly served: Way;
  private readonly reference: Way;

  constructor(app: App) {
    this.served = { app, execute: plannedExecution(createSchema(app.registry), MAX_ERRORS) };
    this.reference = {
      app: { ...app, performance: null },
      execute: referenceExecution(
        () => createSchema(app.registry, { isOptimized: false }),
        MAX_ERRORS,
      ),
    };
  }

  /**
   * Asks a question with each of the values, the server as often as they are there; returns what it answered. Throws
   * where graphql-js answers otherwise.
   */
  async ask(question: Question, values: readonly Given[]): Promise<ExecutionResult[]> {
    const { document } = question;
    const expected = new Map<Given, Response>();
    const results: ExecutionResult[] = [];
    for (const variables of values) {
      const wanted =
        expected.get(variables) ?? responseOf(await askBy(this.reference, question, variables));
      expected.set(variables, wanted);
      const result = await askBy(this.served, question, variables);
      const received = responseOf(result);
      if (!areSame(received, wanted)) {
        const { role, kind } = question.actor;
        const about = JSON.stringify({ kind, role, text: document.loc?.source.body, variables });
        const written = (response: Response) => JSON.stringify(response, null, 1);
        throw new Error(
          `${about}\ngraphql-js: ${written(wanted)}\nthe server: ${written(received)}`,
        );
      }
      results.push(result);
    }
    return results;
  }
}

const askBy = ({ app, execute }: Way, { document, actor }: Question, variables: Given) =>
  execute({
    document,
    operationName: null,
    variables,
    context: new RequestContext(app, actor, "en", "request"),
  });
