import { createHash } from "node:crypto";
import type { ApolloServerPlugin, GraphQLRequestContext } from "@apollo/server";
import { type ExecutionResult, execute } from "graphql";
import sql from "sql-template-tag";
import { z } from "zod";
import { seal, UnreadableSecret, unseal } from "../doors/sealedSecret.js";
import { hashSecret } from "../doors/secretToken.js";
import { Invalid } from "../errors.js";
import { presentError } from "../graph/presentError.js";
import type { RequestContext } from "../request/requestContext.js";
import { serverFailureOf } from "./status.js";

/** The header of a mutation that is executed once, however often it is sent. */
export const IDEMPOTENCY_HEADER = "idempotency-key";

const LONGEST_KEY = 200;
const KEPT_HOURS = 24;

const answerSchema = z.record(z.string(), z.unknown());

/** Carries an answer with errors out of the transaction that its failure takes back. */
class NothingDone extends Error {
  constructor(readonly result: ExecutionResult) {
    super();
  }
}

const requestHash = ({ source, request }: GraphQLRequestContext<RequestContext>): string =>
  createHash("sha256")
    .update(JSON.stringify([source, request.variables ?? {}, request.operationName ?? null]))
    .digest("hex");

// Only whoever sends the key again can read its answer, which may hold what is shown once: a key, a link, backup codes.
async function openAnswer({ app, db }: RequestContext, key: string, answer: unknown) {
  // Answers of an earlier version lie open, or open without the key, until their day is over.
  if (typeof answer !== "string") return answer;
  const text = await unseal(app, db, answer, key).catch((error: unknown) => {
    if (!(error instanceof UnreadableSecret)) throw error;
    return unseal(app, db, answer);
  });
  return JSON.parse(text);
}

/** The first answer of this key, or null where this request now owns it until the transaction ends. */
async function claim(
  context: RequestContext,
  key: string,
  hash: string,
): Promise<Record<string, unknown> | null> {
  const { db, actor } = context;
  const keyHash = hashSecret(key);
  await db.execute(sql`
    DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => ${KEPT_HOURS}::int)`);
  // A request with the same key that is under way holds the row: this one waits for how it ends.
  const claimed = await db.execute(sql`
    INSERT INTO idempotency_keys (actor_id, key_hash, request_hash) VALUES (${actor.id}::uuid, ${keyHash}, ${hash})
    ON CONFLICT DO NOTHING`);
  if (claimed > 0) return null;
  const first = await db.row<{ hash: string; answer: unknown }>(sql`
    SELECT request_hash AS hash, answer FROM idempotency_keys WHERE actor_id = ${actor.id}::uuid AND key_hash = ${keyHash}`);
  if (first?.hash !== hash)
    throw new Invalid([{ path: IDEMPOTENCY_HEADER, code: "idempotency_key_reused" }]);
  return answerSchema.parse(await openAnswer(context, key, first.answer));
}

/**
 * Executes a mutation that names an idempotency key once: its effect, the key and the answer are one
 * transaction, so that whoever got no answer may send it again. What fails leaves no key.
 */
async function executeOnce(
  context: GraphQLRequestContext<RequestContext>,
  key: string,
): Promise<ExecutionResult> {
  const { contextValue, schema, document, request } = context;
  if (!document) throw new Error("an operation was resolved without a document");
  try {
    return await contextValue.inTransaction(async () => {
      const first = await claim(contextValue, key, requestHash(context));
      if (first) return { data: first };
      const result = await execute({
        schema,
        document,
        contextValue,
        variableValues: request.variables,
        operationName: request.operationName,
      });
      if (result.errors || !result.data) throw new NothingDone(result);
      const { app, db } = contextValue;
      const answer = await seal(app, db, JSON.stringify(result.data), key);
      await db.execute(sql`
        UPDATE idempotency_keys SET answer = to_json(${answer}::text)
        WHERE actor_id = ${contextValue.actor.id}::uuid AND key_hash = ${hashSecret(key)}`);
      return result;
    });
  } catch (error) {
    if (error instanceof NothingDone) return error.result;
    throw error;
  }
}

/** Lets a mutation that is sent with an `Idempotency-Key` header happen once. */
export const idempotency: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async responseForOperation(context) {
        const key = context.request.http?.headers.get(IDEMPOTENCY_HEADER);
        const { contextValue, operation } = context;
        if (!key || operation?.operation !== "mutation") return null;
        const { app, locale, requestId } = contextValue;
        const audience = { locale, requestId, log: app.log };
        try {
          if (key.length > LONGEST_KEY || contextValue.actor.id === null) {
            throw new Invalid([
              { path: IDEMPOTENCY_HEADER, code: "too_long", params: { max: LONGEST_KEY } },
            ]);
          }
          const { data, errors } = await executeOnce(context, key);
          const shown = errors?.map((error) => presentError(error, audience));
          const singleResult = {
            ...(data === undefined ? {} : { data }),
            ...(shown ? { errors: shown } : {}),
          };
          return { http: context.response.http, body: { kind: "single", singleResult } };
        } catch (error) {
          const shown = [presentError(error, audience)];
          const singleResult = { errors: shown };
          const failure = serverFailureOf(shown);
          context.response.http.status = failure?.status ?? 400;
          if (failure) context.response.http.headers.set("retry-after", failure.retryAfter);
          return { http: context.response.http, body: { kind: "single", singleResult } };
        }
      },
    };
  },
};
