import type { Role } from "@clientela/shared/records/roles";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { DependsOn } from "../../../platform/performance/lookAhead.js";
import { Allow, PersonOnly } from "../../../platform/security/authorize.js";
import { User } from "../user.entity.js";
import { Viewer } from "../viewer.resolver.js";
import { AccessRole } from "./accessRole.entity.js";
import {
  CreateAccessRoleInput,
  DeleteAccessRoleInput,
  UpdateAccessRoleInput,
} from "./accessRole.input.js";
import { accessRoleById, presetByRole } from "./accessRole.loaders.js";
import {
  accessRoles,
  createAccessRole,
  deleteAccessRole,
  updateAccessRole,
} from "./accessRole.service.js";

@ObjectType({ description: "The role as it is after the change, or was before it was deleted." })
class AccessRolePayload {
  @Field(() => AccessRole, { description: "The role." })
  accessRole!: AccessRole;
}

/** The roles that people can have: the five presets, and copies that admins changed. */
@Resolver(() => AccessRole)
export class AccessRoleResolver {
  @AtMost(55)
  @Allow("users:read")
  @Query(() => [AccessRole], {
    description: "The roles that people can have: the presets first, then others by name.",
  })
  accessRoles(@Ctx() context: Context): Promise<AccessRole[]> {
    return accessRoles(context);
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => AccessRolePayload, {
    description: "Copies a role, with permissions of its own; nobody grants what they may not do.",
  })
  async createAccessRole(
    @Arg("input", () => CreateAccessRoleInput) input: CreateAccessRoleInput,
    @Ctx() context: Context,
  ): Promise<AccessRolePayload> {
    return { accessRole: await createAccessRole(context, input) };
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => AccessRolePayload, {
    description: "Changes a role for all who have it, from their next request on.",
  })
  async updateAccessRole(
    @Arg("input", () => UpdateAccessRoleInput) input: UpdateAccessRoleInput,
    @Ctx() context: Context,
  ): Promise<AccessRolePayload> {
    return { accessRole: await updateAccessRole(context, input) };
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => AccessRolePayload, { description: "Deletes a role that nobody has." })
  async deleteAccessRole(
    @Arg("input", () => DeleteAccessRoleInput) { id }: DeleteAccessRoleInput,
    @Ctx() context: Context,
  ): Promise<AccessRolePayload> {
    return { accessRole: await deleteAccessRole(context, id) };
  }
}

interface Holder {
  role: Role;
  accessRoleId?: string | null;
}

async function roleOf({ accessRoleId, role }: Holder, context: Context): Promise<AccessRole> {
  const own = accessRoleId == null ? null : await context.load(accessRoleById, accessRoleId);
  return own ?? context.load(presetByRole, role);
}

/** From a person to their role. */
@Resolver(() => User)
export class UserAccessRole {
  @DependsOn<User>("role", "accessRoleId")
  @Allow("users:read")
  @FieldResolver(() => AccessRole, { description: "The role with its permissions." })
  accessRole(@Root() user: User, @Ctx() context: Context): Promise<AccessRole> {
    return roleOf(user, context);
  }
}

/** From whoever is asking to their role: everyone may read their own. */
@Resolver(() => Viewer)
export class ViewerAccessRole {
  @Allow("signed-in")
  @FieldResolver(() => AccessRole, {
    nullable: true,
    description: "The viewer's role with its permissions; null for a key.",
  })
  accessRole(@Ctx() context: Context): Promise<AccessRole> | null {
    return context.actor.kind === "USER" ? roleOf(context.actor, context) : null;
  }
}
