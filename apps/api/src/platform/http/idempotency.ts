import { createHash } from "node:crypto";
import type { ApolloServerPlugin, GraphQLRequestContext } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLFormattedError,
  Kind,
  locatedError,
} from "graphql";
import { Invalid } from "../errors.js";
import { audienceFor, presentError } from "../graph/presentError.js";
import { rootFields } from "../graph/rootFields.js";
import type { RequestContext } from "../request/requestContext.js";
import { type Answer, claim, IDEMPOTENCY_HEADER, keepAnswer } from "./idempotencyKeys.js";
import { tellServerFailure } from "./status.js";

const LONGEST_KEY = 200;

type Request = GraphQLRequestContext<RequestContext>;

const requestHash = ({ source, request }: Request): string =>
  createHash("sha256")
    .update(JSON.stringify([source, request.variables ?? {}, request.operationName ?? null]))
    .digest("hex");

/** The document with one field of the operation alone. */
const withOnly = (
  { document, operation }: Required<Pick<Request, "document" | "operation">>,
  selections: readonly FieldNode[],
): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((at) =>
    at === operation ? { ...at, selectionSet: { kind: Kind.SELECTION_SET, selections } } : at,
  ),
});

// An error below the mutation says that a part of the answer could not be read: what was written stands.
const failureIn = ({ errors }: ExecutionResult) => errors?.find(({ path }) => path?.length === 1);

interface Once {
  key: string;
  hash: string;
  present: (error: unknown) => GraphQLFormattedError;
}

/**
 * Executes one mutation of a request once: its effect, the key and the answer are one transaction, so that whoever got
 * no answer may send the request again. One that fails leaves nothing behind.
 */
async function executeOnce(
  request: Request,
  name: string,
  nodes: readonly FieldNode[],
  { key, hash, present }: Once,
): Promise<Answer> {
  const { contextValue, schema, document, operation } = request;
  if (!document || !operation) throw new Error("an operation was resolved without a document");
  let failed: ExecutionResult | undefined;
  try {
    return await contextValue.inTransaction(async () => {
      failed = undefined;
      const before = await claim(contextValue, key, hash, name);
      if (before) return before;
      const execution = execute({
        schema,
        document: withOnly({ document, operation }, nodes),
        contextValue,
        variableValues: request.request.variables,
        operationName: request.request.operationName,
      });
      const result = await contextValue.meter.untilRefused(execution);
      const failure = failureIn(result);
      if (failure) {
        failed = result;
        // A deadlock is tried again by the transaction.
        throw failure.originalError ?? failure;
      }
      const answer = { value: result.data?.[name], errors: result.errors?.map(present) };
      await keepAnswer(contextValue, key, name, answer);
      return answer;
    });
  } catch (error) {
    if (!failed) throw error;
    return { value: null, errors: failed.errors?.map(present) };
  }
}

/** Executes the mutations of a request one after the other, each once. */
async function executeEachOnce(request: Request, once: Once) {
  const { schema, document, operation } = request;
  if (!document || !operation) throw new Error("an operation was resolved without a document");
  const fields = rootFields(schema, document, operation, request.request.variables ?? {});
  const data: Record<string, unknown> = Object.create(null);
  const errors: GraphQLFormattedError[] = [];
  for (const [name, nodes] of fields) {
    const answer = await executeOnce(request, name, nodes, once).catch((error: unknown) => {
      // As long as nothing was executed, the request itself is refused.
      if (Object.keys(data).length === 0) throw error;
      return { value: null, errors: [once.present(locatedError(error, nodes, [name]))] };
    });
    data[name] = answer.value;
    errors.push(...(answer.errors ?? []));
  }
  return { data, ...(errors.length > 0 ? { errors } : {}) };
}

/** Lets mutations that are sent with an `Idempotency-Key` header happen once. */
export const idempotency: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async responseForOperation(context) {
        const key = context.request.http?.headers.get(IDEMPOTENCY_HEADER);
        const { contextValue, operation } = context;
        if (!key || operation?.operation !== "mutation") return null;
        const present = (error: unknown) => presentError(error, audienceFor(contextValue));
        const answered = (singleResult: { errors?: readonly GraphQLFormattedError[] }) => {
          tellServerFailure(context.response.http, singleResult.errors ?? []);
          return { http: context.response.http, body: { kind: "single" as const, singleResult } };
        };
        try {
          if (key.length > LONGEST_KEY || contextValue.actor.id === null) {
            throw new Invalid([
              { path: IDEMPOTENCY_HEADER, code: "too_long", params: { max: LONGEST_KEY } },
            ]);
          }
          const once = { key, hash: requestHash(context), present };
          return answered(await executeEachOnce(context, once));
        } catch (error) {
          context.response.http.status = 400;
          return answered({ errors: [present(error)] });
        }
      },
    };
  },
};
