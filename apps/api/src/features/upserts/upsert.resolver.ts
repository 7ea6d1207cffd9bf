import {
  Arg,
  type ClassType,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AsManyAs, AsManyAsGiven, AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerEnum } from "../../platform/types/enums.js";
import {
  InputIssue,
  translatedIssues,
  type UpsertStatus,
  UpsertStatusEnum,
} from "../customers/upsert/upsertResult.type.js";
import { upsertRecords } from "./upsert.service.js";
import type { UpsertedRow, UpsertItem, UpsertKind } from "./upsertKind.js";

const ON_MISSING = ["KEEP", "ARCHIVE"] as const;
type OnMissing = (typeof ON_MISSING)[number];

const OnMissingEnum = registerEnum(
  "OnMissing",
  ON_MISSING,
  "What becomes of records that a full sync did not send.",
  {
    KEEP: { description: "They stay; the sync goes on, or has no end." },
    ARCHIVE: { description: "They go to the trash, from where they can be restored for 30 days." },
  },
);

/** What became of the records that a full sync did not send. */
@ObjectType({ description: "What became of the records that a full sync did not send." })
class MissingRecords {
  @Field(() => Int, { description: "How many went to the trash, 1,000 a call at the most." })
  archived!: number;

  @Field(() => Int, {
    description: "How many stay: another system knows them as well, or they cannot be deleted.",
  })
  kept!: number;

  @Field(() => Int, {
    description: "How many are left: send the last call again, without items, until it is 0.",
  })
  remaining!: number;
}

/** Adds the mutation that writes many records of a kind as another system has them. */
export function upsertResolver<Row extends UpsertedRow, Item extends UpsertItem>(
  kind: UpsertKind<Row, Item>,
): ClassType<object> {
  const { plural, subject, permission, item } = kind;
  const { type, name } = subject;
  const mutation = `upsert${plural}`;

  @InputType(`Upsert${plural}Input`, { description: "Records as another system has them." })
  class Input {
    @Field(() => String, {
      description: "The other system: the ids of all items are ids of records there.",
    })
    source!: string;

    @Field(() => [item], { description: "The records, 1,000 at the most." })
    items!: Item[];

    @Field(() => Boolean, {
      defaultValue: false,
      description: "Whether to report only what would be done; nothing is written then.",
    })
    dryRun!: boolean;

    @Field(() => String, {
      nullable: true,
      description:
        "The full sync that the call belongs to, from `startSyncRun`; all its calls name the same one.",
    })
    syncRun?: string | null;

    @Field(() => OnMissingEnum, {
      defaultValue: ON_MISSING[0],
      description:
        "What becomes of the source's records that the full sync did not send; ARCHIVE belongs to its last call.",
    })
    onMissing!: OnMissing;
  }

  @ObjectType(`Upsert${name}Result`, { description: "What became of one item." })
  class Result {
    @Field(() => UpsertStatusEnum, {
      description: "Whether the item created or changed a record; FAILED for an item with issues.",
    })
    status!: UpsertStatus;

    @Field(() => type, {
      nullable: true,
      description:
        "The record as it is now; null for an item with issues, and for one that a dry run would write.",
    })
    record!: Row | null;

    @AtMost(20, 0.1)
    @Field(() => [InputIssue], { description: "Why nothing was written; empty otherwise." })
    issues!: InputIssue[];
  }

  @ObjectType(`Upsert${plural}Payload`, { description: "What became of the items." })
  class Payload {
    @AsManyAsGiven()
    @Field(() => [Result], { description: "One for each item, in their order." })
    results!: Result[];

    @Field(() => MissingRecords, {
      nullable: true,
      description: "What became of records that the full sync did not send; null unless it ends.",
    })
    missing!: MissingRecords | null;
  }

  @Resolver()
  class UpsertRecordsResolver {
    @AsManyAs<{ input: Input }>(({ input }) => input.items.length)
    @Allow(permission)
    @Mutation(() => Payload, {
      name: mutation,
      description:
        "Makes and changes records by their ids in another system: fields that are not given keep their values, null clears them. An item with issues keeps out no other, and an id that comes again changes what the item before it made.",
    })
    async upsert(
      @Arg("input", () => Input) input: Input,
      @Ctx() context: Context,
    ): Promise<Payload> {
      const { onMissing, ...call } = input;
      const archivesMissing = onMissing === "ARCHIVE";
      const { results, missing } = await upsertRecords(context, kind, { ...call, archivesMissing });
      return {
        missing,
        results: results.map(({ issues, ...result }) => ({
          ...result,
          issues: translatedIssues(context, issues),
        })),
      };
    }
  }
  Object.defineProperty(UpsertRecordsResolver, "name", { value: `${mutation}Resolver` });
  return UpsertRecordsResolver;
}
