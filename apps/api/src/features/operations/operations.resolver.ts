import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import {
  discardJob,
  failedJobs,
  jobQueues,
  MAX_FAILED_JOBS,
  MAX_QUEUES,
  retryJob,
} from "./jobStatus.js";
import { DiscardJobInput, RetryJobInput } from "./operations.input.js";
import {
  BackupStatus,
  DatabaseStatus,
  FailedJob,
  JobQueueStatus,
  Operations,
  ServerProcess,
  StorageStatus,
} from "./operations.type.js";
import { backupStatus, databaseStatus, MAX_PROCESSES, serverProcesses } from "./serverStatus.js";
import { VERSION } from "./version.js";

@ObjectType({ description: "How the server is after the change." })
class OperationsPayload {
  @Field(() => Operations, { description: "How the server is now." })
  operations!: Operations;
}

const now = (): Operations => ({ version: VERSION });

/** How the server is, for admins, and what they do about failed jobs. */
@Resolver(() => Operations)
export class OperationsResolver {
  @Allow("settings:write")
  @Query(() => Operations, { description: "How the server is, for those who run it." })
  operations(): Operations {
    return now();
  }

  @AtMost(MAX_PROCESSES, 0.1)
  @Allow("settings:write")
  @FieldResolver(() => [ServerProcess], { description: "The processes that serve requests." })
  processes(@Ctx() context: Context): Promise<ServerProcess[]> {
    return serverProcesses(context);
  }

  @Allow("settings:write")
  @FieldResolver(() => DatabaseStatus, { description: "The database." })
  database(@Ctx() context: Context): Promise<DatabaseStatus> {
    return databaseStatus(context);
  }

  @Allow("settings:write")
  @FieldResolver(() => StorageStatus, { description: "The storage of files." })
  storage(@Ctx() { app }: Context): StorageStatus {
    return { place: app.storage.place, waitsFor: app.installation.waitsFor };
  }

  @Allow("settings:write")
  @FieldResolver(() => BackupStatus, { description: "The backups." })
  backups(@Ctx() context: Context): Promise<BackupStatus> {
    return backupStatus(context);
  }

  @AtMost(MAX_QUEUES, 0.1)
  @Allow("settings:write")
  @FieldResolver(() => [JobQueueStatus], { description: "The queues of background jobs." })
  jobQueues(@Ctx() context: Context): Promise<JobQueueStatus[]> {
    return jobQueues(context);
  }

  @AtMost(MAX_FAILED_JOBS, 0.1)
  @Allow("settings:write")
  @FieldResolver(() => [FailedJob], {
    description: "Background jobs that failed, the latest first; given up, or about to be retried.",
  })
  failedJobs(@Ctx() context: Context): Promise<FailedJob[]> {
    return failedJobs(context);
  }

  @Allow("settings:write")
  @Mutation(() => OperationsPayload, { description: "Tries a failed background job again now." })
  async retryJob(
    @Arg("input", () => RetryJobInput) input: RetryJobInput,
    @Ctx() context: Context,
  ): Promise<OperationsPayload> {
    await retryJob(context, input.jobId);
    return { operations: now() };
  }

  @Allow("settings:write")
  @Mutation(() => OperationsPayload, {
    description: "Takes a job that was given up from the list; what it was for stays as it is.",
  })
  async discardJob(
    @Arg("input", () => DiscardJobInput) input: DiscardJobInput,
    @Ctx() context: Context,
  ): Promise<OperationsPayload> {
    await discardJob(context, input.jobId);
    return { operations: now() };
  }
}
