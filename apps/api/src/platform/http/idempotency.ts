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
import { claim, type FieldResult, IDEMPOTENCY_HEADER, storeResponse } from "./idempotencyKeys.js";
import { tellServerFailure } from "./status.js";

const LONGEST_KEY = 200;
/** Marks a response that was replayed and not executed now, as Stripe's API does. */
const REPLAYED_HEADER = "idempotent-replayed";

type Request = GraphQLRequestContext<RequestContext>;

const requestHash = ({ source, request }: Request): string =>
  createHash("sha256")
    .update(JSON.stringify([source, request.variables ?? {}, request.operationName ?? null]))
    .digest("hex");

/** The document with only one field of the operation. */
const withOnly = (
  { document, operation }: Required<Pick<Request, "document" | "operation">>,
  selections: readonly FieldNode[],
): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((at) =>
    at === operation ? { ...at, selectionSet: { kind: Kind.SELECTION_SET, selections } } : at,
  ),
});

// An error below the mutation is about reading the result: the write itself is committed.
const mutationError = ({ errors }: ExecutionResult) =>
  errors?.find(({ path }) => path?.length === 1);

interface Outcome {
  fieldResult: FieldResult;
  /** Whether a retry gets the same: a failure is stored only once the whole request has been executed. */
  isStored: boolean;
  isReplayed: boolean;
}

interface Once {
  key: string;
  hash: string;
  present: (error: unknown) => GraphQLFormattedError;
}

/**
 * Executes one mutation of a request once: its effect, the key and the response are one transaction, so that a client that
 * got no response may retry the request. One that fails leaves nothing behind.
 */
async function executeOnce(
  request: Request,
  name: string,
  nodes: readonly FieldNode[],
  { key, hash, present }: Once,
): Promise<Outcome> {
  const { contextValue, schema, document, operation } = request;
  if (!document || !operation) throw new Error("an operation was resolved without a document");
  let failed: ExecutionResult | undefined;
  try {
    return await contextValue.inTransaction(async () => {
      failed = undefined;
      const before = await claim(contextValue, key, hash, name);
      if (before) return { fieldResult: before, isStored: true, isReplayed: true };
      const execution = execute({
        schema,
        document: withOnly({ document, operation }, nodes),
        contextValue,
        variableValues: request.request.variables,
        operationName: request.request.operationName,
      });
      const result = await contextValue.meter.untilRefused(execution);
      const error = mutationError(result);
      if (error) {
        failed = result;
        // A deadlock is retried by the transaction.
        throw error.originalError ?? error;
      }
      const fieldResult = { value: result.data?.[name], errors: result.errors?.map(present) };
      await storeResponse(contextValue, key, name, fieldResult);
      return { fieldResult, isStored: true, isReplayed: false };
    });
  } catch (error) {
    if (!failed) throw error;
    return failure(failed.errors?.map(present));
  }
}

const failure = (errors: readonly GraphQLFormattedError[] | undefined): Outcome => ({
  fieldResult: { value: null, errors },
  isStored: false,
  isReplayed: false,
});

/**
 * Stores failures after all mutations have been executed and one of them succeeded, so that the whole first response
 * is replayed. If a concurrent retry of the same request has executed or stored a mutation meanwhile, its response is used.
 */
async function storeFailures(
  { contextValue }: Request,
  { key, hash }: Once,
  outcomes: Map<string, Outcome>,
): Promise<void> {
  const failures = [...outcomes].filter(([, { isStored }]) => !isStored);
  if (failures.length === 0 || failures.length === outcomes.size) return;
  await contextValue.inTransaction(async () => {
    for (const [name, { fieldResult }] of failures) {
      const stored = await claim(contextValue, key, hash, name);
      if (!stored) await storeResponse(contextValue, key, name, fieldResult);
      outcomes.set(name, {
        fieldResult: stored ?? fieldResult,
        isStored: true,
        isReplayed: stored !== null,
      });
    }
  });
}

/** Executes the mutations of a request one after the other, each once. */
async function executeEachOnce(request: Request, once: Once) {
  const { schema, document, operation } = request;
  if (!document || !operation) throw new Error("an operation was resolved without a document");
  const fields = rootFields(schema, document, operation, request.request.variables ?? {});
  const outcomes = new Map<string, Outcome>();
  for (const [name, nodes] of fields) {
    const outcome = await executeOnce(request, name, nodes, once).catch((error: unknown) => {
      // As long as nothing was executed, the request itself is refused.
      if (outcomes.size === 0) throw error;
      return failure([once.present(locatedError(error, nodes, [name]))]);
    });
    outcomes.set(name, outcome);
  }
  // Successful mutations are stored already: if this fails, a retry executes the failed ones, as after a crash.
  await storeFailures(request, once, outcomes).catch(once.present);
  const data: Record<string, unknown> = Object.create(null);
  const errors: GraphQLFormattedError[] = [];
  for (const [name, { fieldResult }] of outcomes) {
    data[name] = fieldResult.value;
    errors.push(...(fieldResult.errors ?? []));
  }
  const all = [...outcomes.values()];
  return {
    result: { data, ...(errors.length > 0 ? { errors } : {}) },
    isStored: all.every(({ isStored }) => isStored),
    isReplayed: all.every(({ isReplayed }) => isReplayed),
  };
}

/** Makes mutations with an `Idempotency-Key` header execute once. */
export const idempotency: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ request: { http } }) {
    const key = http?.headers.get(IDEMPOTENCY_HEADER);
    if (!key) return;
    return {
      async responseForOperation(context) {
        const { contextValue, operation } = context;
        if (operation?.operation !== "mutation") return null;
        const present = (error: unknown) => presentError(error, audienceFor(contextValue));
        const respond = (singleResult: { errors?: readonly GraphQLFormattedError[] }) => {
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
          const { result, isStored, isReplayed } = await executeEachOnce(context, once);
          const response = respond(result);
          // The same request would get the same response: failed mutations are retried with another key.
          if (isStored) response.http.headers.delete("retry-after");
          if (isReplayed) response.http.headers.set(REPLAYED_HEADER, "true");
          return response;
        } catch (error) {
          context.response.http.status = 400;
          return respond({ errors: [present(error)] });
        }
      },
    };
  },
};
