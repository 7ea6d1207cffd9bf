import type { Permission } from "@clientela/shared/records/roles";
import type { Caller } from "../server.js";

/** The header of a new API key with these scopes. */
export async function keyWith(
  maker: Caller,
  scopes: readonly Permission[],
): Promise<{ authorization: string }> {
  const { data } = await maker.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { name: "A service", scopes } },
  );
  return { authorization: `Bearer ${data.createApiKey.secret}` };
}
