import { recordId } from "@clientela/shared/records/fieldRules";
import { type GraphQLResolveInfo, GraphQLScalarType, type GraphQLSchema } from "graphql";
import {
  Arg,
  type ClassType,
  Ctx,
  createUnionType,
  Field,
  Info,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { z } from "zod";
import type { Context } from "../context.js";
import { Invalid } from "../errors.js";
import type { EntityKey, NodeKind } from "../feature.js";
import { Allow, allows } from "../security/authorize.js";
import type { Node } from "../types/record.js";
import { AsManyAs } from "./cost/listSize.js";
import { parseInput } from "./parseInput.js";
import { keysOf, subgraphSdl } from "./subgraphSdl.js";

// A gateway requests everything that one of its responses needs at once, and cannot split the request.
const MAX_REPRESENTATIONS = 1_000;
const MAX_WRONG = 100;

const representation = z.looseObject({ __typename: z.string("required") }, "invalid_type");

const idSchema = z.object({ id: recordId });

/** A reference to a record from another subgraph. */
const AnyScalar = new GraphQLScalarType({
  name: "_Any",
  description: "For gateways: what names a record, its type as `__typename` and one of its keys.",
});

@ObjectType("_Service", { description: "For gateways: how this graph describes itself." })
class Service {
  @Field(() => String, {
    description: "The schema as a subgraph for Apollo Federation 2, with the keys of its types.",
  })
  sdl!: string;
}

/** Creates the resolver by which a gateway composes this graph with others. */
export function subgraphResolver(kinds: readonly NodeKind[]): ClassType<object> {
  const kindByName = new Map(kinds.map((kind) => [kind.type.name, kind]));
  const keys = new Map(
    kinds.map((kind): [NodeKind, EntityKey[]] => [kind, [idOf(kind), ...(kind.keys ?? [])]]),
  );
  const sdlOf = new WeakMap<GraphQLSchema, string>();

  // As `nodes` does: a record that the role may not see is null, as if it did not exist.
  async function find(given: unknown, context: Context): Promise<Node | null> {
    const named = parseInput(representation, given);
    const kind = kindByName.get(named.__typename);
    if (!kind) throw new Invalid([{ path: "__typename", code: "unknown_type" }]);
    const key = keys.get(kind)?.find(({ field }) => named[field] != null);
    if (!key) {
      const params = { keys: keysOf(kind).join(", ") };
      throw new Invalid([{ path: "", code: "no_key", params }]);
    }
    if (!allows(context.actor, [kind.permission])) return null;
    return key.find(context, named);
  }

  const Entity = createUnionType({
    name: "_Entity",
    description: "For gateways: a record that the graphs of other services may name.",
    types: () => kinds.map(({ type }) => type),
  });

  @Resolver()
  class SubgraphResolver {
    @Allow("signed-in")
    @Query(() => Service, {
      name: "_service",
      description: "For gateways: the schema as a subgraph for Apollo Federation 2.",
    })
    service(@Info() { schema }: GraphQLResolveInfo): Service {
      const sdl = sdlOf.get(schema) ?? subgraphSdl(schema, kinds);
      sdlOf.set(schema, sdl);
      return { sdl };
    }

    @AsManyAs<{ representations: unknown[] }>(({ representations }) => representations.length)
    @Allow("signed-in")
    @Query(() => [Entity], {
      name: "_entities",
      nullable: "items",
      description:
        "For gateways: records by their keys, in the order asked for; null where there is none for the caller, 1,000 at the most.",
    })
    async entities(
      @Arg("representations", () => [AnyScalar]) representations: unknown[],
      @Ctx() context: Context,
    ): Promise<(Node | Invalid | null)[]> {
      if (representations.length > MAX_REPRESENTATIONS) {
        const params = { max: MAX_REPRESENTATIONS };
        throw new Invalid([{ path: "representations", code: "too_many", params }]);
      }
      // A wrong one fails alone: the others may come from another service.
      const found = await Promise.all(
        representations.map((given, index) =>
          find(given, context).catch((error) => within(`representations.${index}`, error)),
        ),
      );
      const wrong = found.filter((one) => one instanceof Invalid);
      if (wrong.length <= MAX_WRONG) return found;
      throw new Invalid(wrong.slice(0, MAX_WRONG).flatMap(({ issues }) => issues));
    }
  }
  return SubgraphResolver;
}

const idOf = ({ byId }: NodeKind): EntityKey => ({
  field: "id",
  find: (context, given) => context.loadForViewer(byId, parseInput(idSchema, given).id),
});

function within(path: string, error: unknown): Invalid {
  if (!(error instanceof Invalid)) throw error;
  return new Invalid(
    error.issues.map((issue) => ({ ...issue, path: issue.path ? `${path}.${issue.path}` : path })),
  );
}
