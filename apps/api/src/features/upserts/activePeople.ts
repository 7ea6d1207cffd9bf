import { recordId } from "@clientela/shared/records/fieldRules";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { activeUsersAmong } from "../accounts/sessions/activeUser.js";

/** Throws Invalid at `path` unless an id is that of a person who can sign in; null, and who is set `already`, are accepted. */
export type AssertActive = (
  id: string | null | undefined,
  path: string,
  already: string | null | undefined,
) => void;

/** Looks up at once which of the people that items name can sign in. */
export async function activePeople(
  context: Context,
  ids: readonly (string | null | undefined)[],
): Promise<AssertActive> {
  const wellFormed = ids.filter((id) => recordId.safeParse(id).success);
  const active = await activeUsersAmong(context, wellFormed);
  return (id, path, already) => {
    if (!id || id === already || active.has(id)) return;
    throw new Invalid([{ path, code: "unknown_user" }]);
  };
}
