import type { FastifyRequest } from "fastify";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import { DomainError, Forbidden, Invalid } from "../errors.js";
import { actorOf } from "./http.js";

/** The header by which an admin views the app as another role. */
export const VIEW_AS_HEADER = "x-view-as-role";

/** The permissions of a role, and which customers it sees. */
export type ViewedRole = Pick<Actor, "role" | "accessRoleId" | "permissions" | "scope">;

/**
 * Finds the role that a header names, as the viewer would have it: a preset by its name, any access role by its id; null
 * for neither.
 */
export type FindViewedRole = (name: string, viewer: Actor) => Promise<ViewedRole | null>;

/** Viewing as another role is read-only. */
export class OnlyReading extends DomainError {
  readonly code = "FORBIDDEN";
  constructor() {
    super({}, "only_reading");
  }
}

/**
 * Gives an admin's request the permissions that both the admin and another role have, for reading
 * only. A role that is limited to some customers shows those that the admin would see with it. Throws Forbidden for
 * anyone else who sends the header, keys too, and Invalid for an unknown role.
 */
export async function viewAs(
  app: App,
  request: FastifyRequest,
  findRole: FindViewedRole,
): Promise<void> {
  const name = request.headers[VIEW_AS_HEADER];
  if (name === undefined) return;
  const viewer = actorOf(request);
  if (viewer.kind !== "USER" || viewer.role !== "admin") throw new Forbidden();
  const viewed = await findRole(String(name), viewer);
  if (!viewed) throw new Invalid([{ path: VIEW_AS_HEADER, code: "unknown_role" }]);
  // A socket authenticates again for each subscription, without this header.
  if (request.headers.upgrade) throw new OnlyReading();
  const { accessRoleId: _id, scope: _scope, ...admin } = viewer;
  const permissions = new Set(
    [...admin.permissions].filter((permission) => viewed.permissions.has(permission)),
  );
  request.actor = { ...admin, ...viewed, permissions, onlyReads: true };
  const { role, accessRoleId } = viewed;
  app.log.info(
    { userId: admin.id, role, accessRoleId, requestId: request.id },
    "an admin reads as another role",
  );
}
