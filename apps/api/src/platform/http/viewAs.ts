import type { Permission, Role } from "@clientela/shared/records/roles";
import type { FastifyRequest } from "fastify";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import type { RecordAccess } from "../database/recordScope.js";
import { DomainError, Forbidden, Invalid } from "../errors.js";
import { actorOf } from "./http.js";

/** The header with which an admin reads as another role would. */
export const VIEW_AS_HEADER = "x-view-as-role";

/** A role to view as: what its people may do, and which customers they see. */
export interface ViewedRole {
  role: Role;
  /** The access role that decides in place of the preset, if one does. */
  accessRoleId: string | null;
  permissions: ReadonlySet<Permission>;
  recordAccess: RecordAccess;
}

/** Finds the role that a header names: a preset by its name, any access role by its id; null for neither. */
export type FindViewedRole = (name: string) => Promise<ViewedRole | null>;

/** Viewing as another role is read-only. */
export class OnlyReading extends DomainError {
  readonly code = "FORBIDDEN";
  constructor() {
    super({}, "only_reading");
  }
}

// An admin whose own role is limited sees no more than before.
function narrower(one: RecordAccess, other: RecordAccess): RecordAccess {
  if (one === other || other === "ALL") return one;
  return one === "ALL" ? other : "OWN";
}

/**
 * Lets an admin's request be answered as another role's would be: with what both may do, and for reading
 * alone. A role that is limited to some customers shows those that the admin would see with it. Throws Forbidden for
 * anyone else who sends the header, keys too, and Invalid for an unknown role.
 */
export async function viewAs(
  app: App,
  request: FastifyRequest,
  findRole: FindViewedRole,
): Promise<void> {
  const name = request.headers[VIEW_AS_HEADER];
  if (name === undefined) return;
  const { accessRoleId: _own, scope: ownScope, ...admin } = actorOf(request);
  if (admin.kind !== "USER" || admin.id === null || admin.role !== "admin") throw new Forbidden();
  const viewed = await findRole(String(name));
  if (!viewed) throw new Invalid([{ path: VIEW_AS_HEADER, code: "unknown_role" }]);
  // A socket reads who is asking again for each subscription, and knows nothing of this.
  if (request.headers.upgrade) throw new OnlyReading();
  const { role, accessRoleId } = viewed;
  const scope = app.registry.scopeOf(
    narrower(viewed.recordAccess, ownScope?.access ?? "ALL"),
    admin.id,
  );
  const actor: Actor = {
    ...admin,
    role,
    permissions: new Set(
      [...admin.permissions].filter((permission) => viewed.permissions.has(permission)),
    ),
    onlyReads: true,
    ...(accessRoleId === null ? {} : { accessRoleId }),
    ...(scope ? { scope } : {}),
  };
  request.actor = actor;
  app.log.info(
    { userId: admin.id, role, accessRoleId, requestId: request.id },
    "an admin reads as another role",
  );
}
