import { ROLE_PERMISSIONS, ROLES } from "@clientela/shared/records/roles";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../app.js";
import { DomainError, Forbidden } from "../errors.js";
import { parseInput } from "../graph/parseInput.js";
import { actorOf } from "./http.js";

/** The header with which an admin reads as another role would. */
export const VIEW_AS_HEADER = "x-view-as-role";

const headerSchema = z.object({ [VIEW_AS_HEADER]: z.enum(ROLES, "not_in_list") });

/** Viewing as another role is read-only. */
export class OnlyReading extends DomainError {
  readonly code = "FORBIDDEN";
  constructor() {
    super({}, "only_reading");
  }
}

/**
 * Lets an admin's request be answered as another role's would be: with what both may do, and for reading
 * alone. Throws Forbidden for anyone else who sends the header, keys too.
 */
export function viewAs(app: App, request: FastifyRequest): void {
  if (request.headers[VIEW_AS_HEADER] === undefined) return;
  const admin = actorOf(request);
  if (admin.kind !== "USER" || admin.role !== "admin") throw new Forbidden();
  const role = parseInput(headerSchema, request.headers)[VIEW_AS_HEADER];
  // A socket reads who is asking again for each subscription, and knows nothing of this.
  if (request.headers.upgrade) throw new OnlyReading();
  const seen = ROLE_PERMISSIONS[role];
  const permissions = new Set([...admin.permissions].filter((permission) => seen.has(permission)));
  request.actor = { ...admin, role, permissions, onlyReads: true };
  app.log.info({ userId: admin.id, role, requestId: request.id }, "an admin reads as another role");
}
