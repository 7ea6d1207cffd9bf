import { externalIds } from "@clientela/shared/records/externalIds";
import { recordId } from "@clientela/shared/records/fieldRules";
import { type RecordTypeValue, recordTypeOf } from "@clientela/shared/records/recordActions";
import { storedForm } from "@clientela/shared/values/textRules";
import sql from "sql-template-tag";
import {
  Arg,
  type ClassType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { z } from "zod";
import type { Context } from "../context.js";
import { Invalid, NotFound } from "../errors.js";
import type { NodeKind } from "../feature.js";
import type { BatchLoader } from "../readContext.js";
import { ExternalId, ExternalIdInput } from "../records/externalId.type.js";
import { externalIdKey, externalIdsByRecord } from "../records/externalIds.js";
import type { ExternalIdsChanger, ExternalIdWrites } from "../records/externalIdWrites.js";
import { FirstParts } from "../records/parts.js";
import { inOrder } from "../request/loader.js";
import { Allow, allows, demand, type Rule } from "../security/authorize.js";
import { Node } from "../types/record.js";
import { RecordTypeEnum } from "../types/recordType.js";
import { AsManyAs } from "./cost/listSize.js";
import { kindByIdAmong } from "./node.resolver.js";
import { parseInput } from "./parseInput.js";

/** How many records can be looked up by their ids in other systems at once. */
const MAX_LOOKED_UP = 1_000;

type IdentifiedKind = NodeKind & { externalIds: ExternalIdWrites };

const isIdentified = (kind: NodeKind): kind is IdentifiedKind => kind.externalIds !== undefined;

// Whether a record with an id exists may only be known to callers who may read records of its type; `find` checks that.
@InputType({ description: "A record, by its id in another system." })
class NodeKey {
  @Allow("signed-in")
  @Field(() => RecordTypeEnum, {
    description: "The type of the record: ids are unique by source and type.",
  })
  recordType!: RecordTypeValue;

  @Allow("signed-in")
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Allow("signed-in")
  @Field(() => String, { description: "The id there." })
  value!: string;
}

@InputType({ description: "A record, and some of its ids in other systems." })
class ExternalIdsInput {
  @Field(() => ID, { description: "Which record." })
  id!: string;

  @Field(() => [ExternalIdInput], { description: "The ids in other systems, 50 at the most." })
  externalIds!: ExternalIdInput[];
}

@ObjectType({ description: "The record as it is after the change." })
class ExternalIdsPayload {
  @Field(() => Node, { description: "The changed record." })
  record!: Node;
}

// The column dependencies, as `@DependsOn()` declares them; that decorator is in a room above this one.
const NeedsIdAlone = Extensions({ needs: [] });

const inputSchema = z.object({ id: recordId, externalIds });

/** Adds the external ids to a kind of record. */
function edgesOf({ type, permission }: IdentifiedKind): ClassType<object> {
  const idsByRecord = externalIdsByRecord(true);
  const lostIdsByRecord = externalIdsByRecord(false);

  @Resolver(() => type)
  class ExternalIdEdges {
    @NeedsIdAlone
    @Allow(permission)
    @FieldResolver(() => [ExternalId], {
      description: "Its ids in other systems, by source and value.",
    })
    externalIds(
      @Root() record: Node,
      @FirstParts() first: number,
      @Ctx() context: Context,
    ): Promise<ExternalId[]> {
      return context.load(idsByRecord, record.id, { first });
    }

    @NeedsIdAlone
    @Allow(permission)
    @FieldResolver(() => [ExternalId], {
      description:
        "The ids in other systems that it had before it was deleted and did not get back when it was restored, because another record has them.",
    })
    lostExternalIds(
      @Root() record: Node,
      @FirstParts() first: number,
      @Ctx() context: Context,
    ): Promise<ExternalId[]> {
      return context.load(lostIdsByRecord, record.id, { first });
    }
  }
  Object.defineProperty(ExternalIdEdges, "name", { value: `${type.name}ExternalIdEdges` });
  return ExternalIdEdges;
}

// Ids of several types are looked up in one statement; their records are then read by type.
const recordByKey: BatchLoader<string, undefined, string | null> = async (keys, _args, { db }) => {
  const rows = await db.rows<{ key: string; id: string }>(sql`
    SELECT k.key, x.record_id AS id
    FROM unnest(${keys}::text[]) AS k (key)
    JOIN external_ids x ON x.record_type = k.key::jsonb->>0 AND lower(x.source) = lower(k.key::jsonb->>1)
      AND x.value = k.key::jsonb->>2
    WHERE x.live`);
  return inOrder<string, { key: string; id: string }, null>(keys, rows, (row) => row.key, null).map(
    (row) => row?.id ?? null,
  );
};

/** Creates the resolvers of external ids for the kinds of record that have them. */
export function externalIdResolvers(nodeKinds: readonly NodeKind[]): readonly ClassType<object>[] {
  const kinds = nodeKinds.filter(isIdentified);
  const [first, ...others] = kinds;
  if (!first) return [];
  const writers: [Rule, ...Rule[]] = [
    first.externalIds.permission,
    ...others.map((kind) => kind.externalIds.permission),
  ];
  const kindByType = new Map<string, IdentifiedKind>(kinds.map((kind) => [kind.type.name, kind]));
  const kindById = kindByIdAmong(kinds);

  async function find(key: NodeKey, index: number, context: Context): Promise<Node | null> {
    const kind = kindByType.get(recordTypeOf(key.recordType));
    if (!kind) {
      throw new Invalid([{ path: `externalIds.${index}.recordType`, code: "invalid_choice" }]);
    }
    if (!allows(context.actor, [kind.permission])) return null;
    const names = [kind.type.name, storedForm(key.source), storedForm(key.value)];
    const id = await context.load(recordByKey, JSON.stringify(names));
    return id === null ? null : context.loadForViewer(kind.byId, id);
  }

  async function change(
    context: Context,
    input: ExternalIdsInput,
    changed: (given: readonly ExternalId[]) => ExternalIdsChanger,
  ): Promise<ExternalIdsPayload> {
    const { id, externalIds: given } = parseInput(inputSchema, input);
    const kind = await context.load(kindById, id);
    if (!kind?.externalIds) throw new NotFound("Node", id);
    demand(context, kind.externalIds.permission);
    return { record: await kind.externalIds.change(context, id, changed(given)) };
  }

  @Resolver()
  class ExternalIdResolver {
    @AsManyAs<{ externalIds: NodeKey[] }>((args) => args.externalIds.length)
    @Allow("signed-in")
    @Query(() => [Node], {
      nullable: "items",
      description:
        "Records by their ids in other systems, in the order asked for, null where there is none for the caller; 1,000 at the most.",
    })
    nodesBy(
      @Arg("externalIds", () => [NodeKey]) keys: NodeKey[],
      @Ctx() context: Context,
    ): Promise<(Node | null)[]> {
      if (keys.length > MAX_LOOKED_UP) {
        const params = { max: MAX_LOOKED_UP };
        throw new Invalid([{ path: "externalIds", code: "too_many", params }]);
      }
      return Promise.all(keys.map((key, index) => find(key, index, context)));
    }

    @Allow(...writers)
    @Mutation(() => ExternalIdsPayload, {
      description:
        "Gives a record ids in other systems, next to those that it has; one that another record of its type has gets VALIDATION_FAILED.",
    })
    addExternalIds(
      @Arg("input", () => ExternalIdsInput) input: ExternalIdsInput,
      @Ctx() context: Context,
    ): Promise<ExternalIdsPayload> {
      return change(context, input, (given) => (before) => {
        const known = new Set(before.map(externalIdKey));
        return [...before, ...given.filter((one) => !known.has(externalIdKey(one)))];
      });
    }

    @Allow(...writers)
    @Mutation(() => ExternalIdsPayload, {
      description:
        "Takes ids in other systems from a record; those that it does not have are no error.",
    })
    removeExternalIds(
      @Arg("input", () => ExternalIdsInput) input: ExternalIdsInput,
      @Ctx() context: Context,
    ): Promise<ExternalIdsPayload> {
      return change(context, input, (given) => (before) => {
        const removed = new Set(given.map(externalIdKey));
        return before.filter((one) => !removed.has(externalIdKey(one)));
      });
    }
  }
  return [...kinds.map(edgesOf), ExternalIdResolver];
}
