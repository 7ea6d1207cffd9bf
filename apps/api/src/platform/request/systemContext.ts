import { PERMISSIONS } from "@clientela/shared/records/roles";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import type { Organisation } from "../organisation.js";
import { RequestContext } from "./requestContext.js";

const SYSTEM: Omit<Actor, "organisation"> = {
  kind: "SYSTEM",
  id: null,
  name: "Clientela",
  email: null,
  role: "admin",
  permissions: new Set(PERMISSIONS),
  sessionId: null,
};

/** The context of work that no request asked for: the system's own. */
export function systemContext(
  app: App,
  organisation: Organisation = app.organisation,
): RequestContext {
  return new RequestContext(app, { ...SYSTEM, organisation }, "en", uuidV7());
}
