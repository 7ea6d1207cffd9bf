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
import {
  InputIssue,
  translatedIssues,
  type UpsertStatus,
  UpsertStatusEnum,
} from "../customers/upsert/upsertResult.type.js";
import { upsertRecords } from "./upsert.service.js";
import type { UpsertedRow, UpsertItem, UpsertKind } from "./upsertKind.js";

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
      const results = await upsertRecords(context, kind, input);
      return {
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
