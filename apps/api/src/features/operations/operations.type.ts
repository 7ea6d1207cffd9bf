import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";

/** How many backups are listed at the most. */
export const MAX_RUNS = 10;

/** How the server is; its fields are looked up when they are selected. */
@ObjectType({ description: "How the server is, for those who run it." })
export class Operations {
  @Field(() => String, { description: "The version of Clientela." })
  version!: string;
}

@ObjectType({ description: "A process that serves requests." })
export class ServerProcess {
  @Field(() => String, { description: "The name of its machine or container." })
  host!: string;
  @Field(() => Int, { description: "Its process id there." })
  pid!: number;
  @Field(() => DateTimeScalar, { description: "When it started." })
  startedAt!: Date;
  @Field(() => DateTimeScalar, { description: "When it last reported; it does so every minute." })
  seenAt!: Date;
}

@ObjectType({ description: "The state of the database." })
export class DatabaseStatus {
  @Field(() => String, { description: "The version of PostgreSQL." })
  version!: string;
  @Field(() => Float, { description: "Its size, in bytes." })
  bytes!: number;
  @Field(() => Int, { description: "Connections to the server, of this database and others." })
  connections!: number;
  @Field(() => Int, { description: "The most connections that the server takes." })
  maxConnections!: number;
}

@ObjectType({ description: "The state of the storage of files." })
export class StorageStatus {
  @Field(() => String, { description: "Where it is: a folder or a bucket." })
  place!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "What has to be checked before files are removed from it again, in English; null for nothing.",
  })
  waitsFor!: string | null;
}

@ObjectType({ description: "A backup that was made, is being made, or could not be made." })
export class BackupRun {
  @Field(() => DateTimeScalar, { description: "When it was begun." })
  startedAt!: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was made, or was not tried any more; null while it is under way.",
  })
  finishedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: "Why the last try failed, in English; null where none did.",
  })
  error!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Its name in the target, such as `2026-11-30T020000Z`; null until it is made.",
  })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "The target; null until it is made." })
  place!: string | null;
  @Field(() => Float, { nullable: true, description: "Rows of all tables." })
  rows!: number | null;
  @Field(() => Float, { nullable: true, description: "Files, with those of earlier backups." })
  files!: number | null;
  @Field(() => Float, { nullable: true, description: "Bytes that it added to the target." })
  bytes!: number | null;
}

@ObjectType({ description: "The backups." })
export class BackupStatus {
  @Field(() => Float, {
    nullable: true,
    description: "Hours from one scheduled backup to the next; null where none are scheduled.",
  })
  everyHours!: number | null;
  @Field(() => BackupRun, { nullable: true, description: "The latest backup that was made." })
  last!: BackupRun | null;
  @AtMost(MAX_RUNS, 0.1)
  @Field(() => [BackupRun], { description: "The latest ten, failed ones too, newest first." })
  runs!: BackupRun[];
}

@ObjectType({ description: "A queue of background jobs." })
export class JobQueueStatus {
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => Int, { description: "Jobs that wait." })
  waiting!: number;
  @Field(() => Int, { description: "Jobs that are running." })
  running!: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when the oldest waiting job could have run; null where none waits.",
  })
  waitingSince!: Date | null;
}

@ObjectType({ description: "A background job that failed." })
export class FailedJob {
  @Field(() => ID, { description: "The id of the job." })
  jobId!: string;
  @Field(() => String, { description: "Its queue." })
  queue!: string;
  @Field(() => ID, { description: "The record that it was for." })
  recordId!: string;
  @Field(() => String, { nullable: true, description: "Why its last try failed, in English." })
  reason!: string | null;
  @Field(() => Int, { description: "How often it was tried." })
  tries!: number;
  @Field(() => DateTimeScalar, { description: "When it last failed." })
  failedAt!: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it is tried again by itself; null where it is given up.",
  })
  retriesAt!: Date | null;
  @Field(() => Boolean, {
    description:
      "Whether `retryJob` can try it again; a failed import is begun again by the person whose it is.",
  })
  canRetry!: boolean;
}
