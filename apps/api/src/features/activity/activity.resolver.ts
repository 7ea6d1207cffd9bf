import { Arg, Args, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import { pageOf } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { ActivityConnection } from "./activity.edges.js";
import { Activity } from "./activity.entity.js";
import { ActivityArgs, AddNoteInput } from "./activity.input.js";
import { activityList, viewerArgs } from "./activity.list.js";
import { addNote } from "./activity.service.js";

@ObjectType({ description: "The new entry of the history." })
class ActivityPayload {
  @Field(() => Activity, { description: "The new entry." })
  activity!: Activity;
}

/** The history of everything, and notes. */
@Resolver()
export class ActivityResolver {
  @Allow("activity:read")
  @Query(() => ActivityConnection, {
    description:
      "What was done to all records that the viewer may read, newest first, whoever they belong to.",
  })
  auditLog(
    @Args(() => ActivityArgs) args: ActivityArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Activity>> {
    return pageOf(activityList, viewerArgs(context, args), context);
  }

  @Allow("activity:write")
  @Mutation(() => ActivityPayload, {
    description: "Writes a note into a customer's history, where it stays.",
  })
  async addNote(
    @Arg("input", () => AddNoteInput) input: AddNoteInput,
    @Ctx() context: Context,
  ): Promise<ActivityPayload> {
    return { activity: await addNote(context, input) };
  }
}
