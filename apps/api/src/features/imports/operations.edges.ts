import sql from "sql-template-tag";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { Operations } from "../operations/operations.type.js";
import { type ImportStatus, ImportStatusEnum } from "./import.entity.js";

const MAX_RUNNING = 50;
const RUNNING: readonly ImportStatus[] = ["READING", "CHECKING", "RUNNING", "UNDOING"];

/** An import that is worked on; its rows are for the person whose it is. */
@ObjectType({ description: "An import that is worked on now, without its rows." })
class RunningImport {
  @Field(() => ID, { description: "The import's id." })
  importId!: string;

  @Field(() => String, { description: "The name of its file." })
  fileName!: string;

  @Field(() => ImportStatusEnum, { description: "What is done with it." })
  status!: ImportStatus;

  @Field(() => Int, { description: "Rows done in this phase." })
  done!: number;

  @Field(() => Int, { description: "Rows of this phase; an estimate while a file is read." })
  total!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When this phase began." })
  phaseStartedAt!: Date | null;
}

/** From the state of the server to the imports that are worked on. */
@Resolver(() => Operations)
export class ImportsOfOperations {
  @AtMost(MAX_RUNNING, 0.1)
  @Allow("settings:write")
  @FieldResolver(() => [RunningImport], {
    description: "Imports that are worked on now, the longest first.",
  })
  runningImports(@Ctx() { db }: Context): Promise<RunningImport[]> {
    return db.rows<RunningImport>(sql`
      SELECT id AS "importId", file_name AS "fileName", status, done, total, phase_started_at AS "phaseStartedAt"
      FROM imports WHERE status = ANY(${[...RUNNING]}::text[])
      ORDER BY phase_started_at NULLS LAST LIMIT ${MAX_RUNNING}`);
  }
}
