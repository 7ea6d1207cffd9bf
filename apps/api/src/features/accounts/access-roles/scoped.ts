import type { App } from "../../../platform/app.js";
import type { Actor } from "../../../platform/context.js";
import type { RecordAccess } from "../../../platform/database/recordScope.js";

/** What an actor has besides permissions: whose records they see, where that is not all of them. */
export function scoped(
  app: App,
  access: RecordAccess | null,
  personId: string,
): Pick<Actor, "scope"> {
  const scope = app.registry.scopeOf(access, personId);
  return scope ? { scope } : {};
}
