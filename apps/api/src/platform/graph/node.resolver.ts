import sql, { join, raw } from "sql-template-tag";
import { Arg, type ClassType, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { Invalid } from "../errors.js";
import type { NodeKind } from "../feature.js";
import type { BatchLoader } from "../readContext.js";
import { inOrder } from "../request/loader.js";
import { Allow, allows } from "../security/authorize.js";
import { Node } from "../types/record.js";
import { AsManyAs } from "./cost/listSize.js";
import { parseEachId, parseId } from "./parseInput.js";

const MAX_NODES = 100;

/** A loader of the types of records: ids do not contain their type, so one statement looks in all tables. */
export const kindByIdAmong =
  <Kind extends NodeKind>(kinds: readonly Kind[]): BatchLoader<string, undefined, Kind | null> =>
  async (ids, _args, { db }) => {
    const looks = kinds.map(
      (kind, index) =>
        sql`SELECT ${raw(String(index))} AS kind, r.id FROM ${raw(`"${kind.table}"`)} r WHERE r.id = ANY(${ids}::uuid[])`,
    );
    const rows = await db.rows<{ kind: number; id: string }>(join(looks, " UNION ALL "));
    return inOrder<string, { kind: number; id: string }, null>(
      ids,
      rows,
      (row) => row.id,
      null,
    ).map((row) => (row === null ? null : (kinds[row.kind] ?? null)));
  };

/** Creates the resolver of `node` and `nodes` for the kinds of record of the features. */
export function nodeResolver(kinds: readonly NodeKind[]): ClassType<object> {
  const kindById = kindByIdAmong(kinds);

  // A record that the role may not see is null, as if it did not exist.
  async function find(id: string, context: Context): Promise<Node | null> {
    const kind = await context.load(kindById, id);
    if (!kind || !allows(context.actor, [kind.permission])) return null;
    return context.loadForViewer(kind.byId, id);
  }

  @Resolver()
  class NodeResolver {
    @Allow("signed-in")
    @Query(() => Node, {
      nullable: true,
      description: "Any record by id; null where there is none for the caller.",
    })
    node(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Node | null> {
      return find(parseId(id), context);
    }

    @AsManyAs<{ ids: string[] }>(({ ids }) => ids.length)
    @Allow("signed-in")
    @Query(() => [Node], {
      nullable: "items",
      description: "Any records by id, in the order asked for; 100 at the most.",
    })
    nodes(
      @Arg("ids", () => [ID]) ids: string[],
      @Ctx() context: Context,
    ): Promise<(Node | null)[]> {
      if (ids.length > MAX_NODES) {
        throw new Invalid([{ path: "ids", code: "too_many", params: { max: MAX_NODES } }]);
      }
      // All of them first: nobody would handle the failure of a read that began before an id was refused.
      const parsed = parseEachId(ids, "ids");
      return Promise.all(parsed.map((id) => find(id, context)));
    }
  }
  return NodeResolver;
}
