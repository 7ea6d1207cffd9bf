import { Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/security/authorize.js";
import { newSyncRun } from "./syncRun.js";

@ObjectType({ description: "A full sync that begins." })
class SyncRunPayload {
  @Field(() => String, {
    description: "What its calls name as `syncRun`, for seven days; several workers can share it.",
  })
  syncRun!: string;
}

/** Full syncs of other systems. */
@Resolver()
export class SyncRunResolver {
  // It writes nothing: what a sync may write its calls are asked.
  @Allow("signed-in")
  @Mutation(() => SyncRunPayload, {
    description:
      "Begins a full sync: what its calls do not send until the last one, with `onMissing: ARCHIVE`, is no longer in the other system.",
  })
  async startSyncRun(@Ctx() context: Context): Promise<SyncRunPayload> {
    return { syncRun: await newSyncRun(context) };
  }
}
