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
import { Team } from "./team.entity.js";
import { CreateTeamInput, DeleteTeamInput, UpdateTeamInput } from "./team.input.js";
import { membersOfTeam } from "./team.loaders.js";
import {
  createTeam,
  deleteTeam,
  MAX_MEMBERS,
  MAX_TEAMS,
  teams,
  updateTeam,
} from "./team.service.js";

@ObjectType({ description: "The team as it is after the change, or was before it was deleted." })
class TeamPayload {
  @Field(() => Team, { description: "The team." })
  team!: Team;
}

/** Teams: who looks after customers together. */
@Resolver(() => Team)
export class TeamResolver {
  @AtMost(MAX_TEAMS)
  @Allow("users:read")
  @Query(() => [Team], { description: "All teams, by name." })
  teams(@Ctx() context: Context): Promise<Team[]> {
    return teams(context);
  }

  @DependsOn()
  @AtMost(MAX_MEMBERS)
  @Allow("users:read")
  @FieldResolver(() => [User], { description: "Its people, by name." })
  members(@Root() team: Team, @Ctx() context: Context): Promise<User[]> {
    return context.load(membersOfTeam, team.id);
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => TeamPayload, { description: "Makes a team." })
  async createTeam(
    @Arg("input", () => CreateTeamInput) input: CreateTeamInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    return { team: await createTeam(context, input) };
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => TeamPayload, {
    description: "Changes a team; its people see by it from their next request on.",
  })
  async updateTeam(
    @Arg("input", () => UpdateTeamInput) input: UpdateTeamInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    return { team: await updateTeam(context, input) };
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => TeamPayload, { description: "Deletes a team; its people stay." })
  async deleteTeam(
    @Arg("input", () => DeleteTeamInput) { id }: DeleteTeamInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    return { team: await deleteTeam(context, id) };
  }
}
