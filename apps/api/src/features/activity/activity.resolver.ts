import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import { pageOf } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { ActivityConnection } from "./activity.edges.js";
import type { Activity } from "./activity.entity.js";
import { ActivityArgs } from "./activity.input.js";
import { activityList, viewerArgs } from "./activity.list.js";

/** The history of everything. */
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
}
