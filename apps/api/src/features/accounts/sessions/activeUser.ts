import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import { userById } from "../user.loaders.js";

/**
 * Throws Invalid at `path` unless the id is that of a person who can sign in. Null, and the person who is
 * set `already`, are accepted.
 */
export async function assertActiveUser(
  context: Context,
  id: string | null | undefined,
  path: string,
  already: string | null = null,
): Promise<void> {
  if (!id || id === already) return;
  const user = await context.load(userById, id);
  if (!user || user.disabledAt) throw new Invalid([{ path, code: "unknown_user" }]);
}

/** Those among some ids that are of people who can sign in. */
export async function activeUsersAmong(
  context: Context,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlySet<string>> {
  const wanted = new Set(ids.flatMap((id) => id ?? []));
  const users = await Promise.all([...wanted].map((id) => context.load(userById, id)));
  return new Set(users.flatMap((user) => (user && !user.disabledAt ? [user.id] : [])));
}
