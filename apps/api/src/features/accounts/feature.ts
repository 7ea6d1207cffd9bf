import type { Feature } from "../../platform/feature.js";
import { clearAttempts } from "../../platform/security/attemptLimit.js";
import { AccessRole } from "./access-roles/accessRole.entity.js";
import { accessRoleById } from "./access-roles/accessRole.loaders.js";
import {
  AccessRoleResolver,
  UserAccessRole,
  ViewerAccessRole,
} from "./access-roles/accessRole.resolver.js";
import { accountMessages } from "./account.messages.js";
import { accountRoutes } from "./account.routes.js";
import { InvitationEdges, InvitationResolver } from "./invitations/invitation.resolver.js";
import { PersonResolver } from "./people/person.resolver.js";
import { Session, sessionById } from "./sessions/session.js";
import { SessionResolver, UserSessions } from "./sessions/session.resolver.js";
import { Team } from "./teams/team.entity.js";
import { teamById } from "./teams/team.loaders.js";
import { TeamResolver } from "./teams/team.resolver.js";
import { OwnTwoFactorResolver, TwoFactorResolver } from "./two-factor/twoFactor.resolver.js";
import { User } from "./user.entity.js";
import { userById } from "./user.loaders.js";
import { UserResolver } from "./user.resolver.js";
import { ViewerEdges, ViewerResolver } from "./viewer.resolver.js";

const CLEAR_MS = 10 * 60 * 1000;

/** People, their sessions and permissions. */
export const accounts: Feature = {
  name: "accounts",
  entities: [User, AccessRole, Team],
  resolvers: [
    ViewerResolver,
    ViewerEdges,
    SessionResolver,
    UserSessions,
    UserResolver,
    PersonResolver,
    InvitationResolver,
    InvitationEdges,
    AccessRoleResolver,
    UserAccessRole,
    ViewerAccessRole,
    TeamResolver,
    TwoFactorResolver,
    OwnTwoFactorResolver,
  ],
  messages: accountMessages,
  // Shown by the time it happened.
  fieldPaths: { User: { disabledAt: "disabled" }, AccessRole: { ownPermissions: "permissions" } },
  nodes: [
    {
      type: User,
      table: "users",
      permission: "users:read",
      byId: userById,
      // How a person signs in is visible to those who manage people.
      history: {
        actions: {
          password_link_created: "users:write",
          password_changed: "users:write",
          invitation_resent: "users:write",
          invitation_revoked: "users:write",
          invitation_accepted: "users:write",
          sessions_ended: "users:write",
        },
        fields: { twoFactor: "users:write" },
      },
    },
    { type: AccessRole, table: "access_roles", permission: "users:read", byId: accessRoleById },
    { type: Team, table: "teams", permission: "users:read", byId: teamById },
    { type: Session, table: "sessions", permission: "signed-in", byId: sessionById },
  ],
  routes: accountRoutes,
  start: async ({ database, log }) => {
    const clear = () =>
      clearAttempts(database.pool).catch((error: unknown) =>
        log.warn({ err: error }, "counts of attempts that have run out are still there"),
      );
    const timer = setInterval(clear, CLEAR_MS).unref();
    return async () => clearInterval(timer);
  },
};
