import {
  Arg,
  type ClassType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AsManyAs, AsManyAsGiven, AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerEnum } from "../../platform/types/enums.js";
import { InputIssue, translatedIssues } from "../customers/upsert/upsertResult.type.js";
import { DELETION_STATUSES, type Deleted, deleteRecords } from "./deleteRecords.js";
import type { KindTrash, UpsertedRow, UpsertItem, UpsertKind } from "./upsertKind.js";

const DeletionStatusEnum = registerEnum(
  "DeletionStatus",
  DELETION_STATUSES,
  "What a deletion did with an id.",
  {
    DELETED: { description: "Its record went to the trash." },
    NOT_FOUND: { description: "No record that the caller sees has it, or has it any more." },
    FAILED: { description: "Its record cannot be deleted." },
  },
);

/** The deletion of many records by their ids in another system. */
@InputType({ description: "Records to delete, by their ids in another system." })
class DeletionInput {
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Field(() => [String], { description: "The ids there, 1,000 at the most." })
  externalIds!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to report only what would be done; nothing is deleted then.",
  })
  dryRun!: boolean;
}

@ObjectType({ description: "What became of one id." })
class DeletionResult {
  @Field(() => DeletionStatusEnum, { description: "Whether its record was deleted." })
  status!: Deleted["status"];

  @AtMost(20, 0.1)
  @Field(() => [InputIssue], { description: "Why it was not; empty otherwise." })
  issues!: InputIssue[];
}

@ObjectType({ description: "What became of the ids." })
class DeletionPayload {
  @AsManyAsGiven()
  @Field(() => [DeletionResult], { description: "One for each id, in their order." })
  results!: DeletionResult[];
}

/** Adds the mutation that moves many records of a kind to the trash by their ids in another system. */
export function deletionResolver<Row extends UpsertedRow, Item extends UpsertItem>(
  kind: UpsertKind<Row, Item> & { trash: KindTrash },
): ClassType<object> {
  const mutation = `delete${kind.plural}ByExternalIds`;

  @Resolver()
  class DeleteRecordsResolver {
    @AsManyAs<{ input: DeletionInput }>(({ input }) => input.externalIds.length)
    @Allow(kind.permission)
    @Mutation(() => DeletionPayload, {
      name: mutation,
      description:
        "Moves records to the trash by their ids in another system; one that cannot be deleted keeps back no other.",
    })
    async delete(
      @Arg("input", () => DeletionInput) input: DeletionInput,
      @Ctx() context: Context,
    ): Promise<DeletionPayload> {
      const results = await deleteRecords(context, kind, kind.trash, input);
      return {
        results: results.map(({ status, issues }) => ({
          status,
          issues: translatedIssues(context, issues),
        })),
      };
    }
  }
  Object.defineProperty(DeleteRecordsResolver, "name", { value: `${mutation}Resolver` });
  return DeleteRecordsResolver;
}
