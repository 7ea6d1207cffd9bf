import type { GraphQLFormattedError } from "graphql";
import sql from "sql-template-tag";
import { z } from "zod";
import { Invalid } from "../errors.js";
import type { RequestContext } from "../request/requestContext.js";
import { seal, UnreadableSecret, unseal } from "../security/sealedSecret.js";
import { hashSecret } from "../security/secretToken.js";

/** The header of mutations that are executed once, however often they are sent. */
export const IDEMPOTENCY_HEADER = "idempotency-key";

const KEPT_HOURS = 24;

/** The stored response of one mutation. */
export interface FieldResult {
  value?: unknown;
  errors?: readonly GraphQLFormattedError[] | undefined;
}

const responseSchema = z.object({
  value: z.unknown(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});
const wholeSchema = z.record(z.string(), z.unknown());

// Only the sender of the key can decrypt the response, which may contain secrets that are shown once.
async function open({ app, db }: RequestContext, key: string, sealed: string): Promise<unknown> {
  return JSON.parse(
    await unseal(app, db, sealed, key).catch((error: unknown) => {
      if (!(error instanceof UnreadableSecret)) throw error;
      // Responses of an earlier version are not encrypted with the key, until they expire after a day.
      return unseal(app, db, sealed);
    }),
  );
}

interface Held {
  hash: string;
  /** The encrypted response of the mutation. */
  own: string | null;
  /** The response of the whole request, as earlier versions stored it. */
  whole: string | null;
}

/**
 * The stored response of a mutation of this request, or null where it was not executed yet. Locks the key until the
 * transaction ends; throws Invalid where another request has used it.
 */
export async function claim(
  context: RequestContext,
  key: string,
  requestHash: string,
  name: string,
): Promise<FieldResult | null> {
  const { db, actor } = context;
  const keyHash = hashSecret(key);
  await db.execute(sql`
    DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => ${KEPT_HOURS}::int)`);
  // A running request with the same key holds the row: this one waits for its result.
  const claimed = await db.execute(sql`
    INSERT INTO idempotency_keys (actor_id, key_hash, request_hash) VALUES (${actor.id}::uuid, ${keyHash}, ${requestHash})
    ON CONFLICT DO NOTHING`);
  if (claimed > 0) return null;
  const held = await db.row<Held>(sql`
    SELECT request_hash AS hash, answer ->> ${name} AS own,
           CASE json_typeof(answer) WHEN 'string' THEN answer #>> '{}' END AS whole
    FROM idempotency_keys WHERE actor_id = ${actor.id}::uuid AND key_hash = ${keyHash} FOR UPDATE`);
  if (held?.hash !== requestHash)
    throw new Invalid([{ path: IDEMPOTENCY_HEADER, code: "idempotency_key_reused" }]);
  if (held.own !== null) return responseSchema.parse(await open(context, key, held.own));
  if (held.whole === null) return null;
  return { value: wholeSchema.parse(await open(context, key, held.whole))[name] };
}

/** Stores the response of a mutation for retries. */
export async function storeResponse(
  { app, db, actor }: RequestContext,
  key: string,
  name: string,
  fieldResult: FieldResult,
): Promise<void> {
  const sealed = await seal(app, db, JSON.stringify(fieldResult), key);
  await db.execute(sql`
    UPDATE idempotency_keys
    SET answer = (coalesce(answer::jsonb, '{}') || jsonb_build_object(${name}::text, ${sealed}::text))::json
    WHERE actor_id = ${actor.id}::uuid AND key_hash = ${hashSecret(key)}`);
}
