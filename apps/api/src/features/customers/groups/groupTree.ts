import { recordId } from "@clientela/shared/records/fieldRules";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { brokenConstraint } from "../../../platform/database/constraints.js";
import { Invalid } from "../../../platform/errors.js";

/**
 * Waits until nobody else changes who belongs to whom, until the transaction ends: else two changes at a time, each of
 * which is fine, could close a circle. Taken before any customer is locked, so that no two wait for each other.
 */
export async function lockGroups({ db }: Context): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('groups of customers'))`);
}

/** The same for one customer and its new parent, which are locked in the order in which others lock customers. */
async function lockGroupsOf(context: Context, ids: readonly string[]): Promise<void> {
  await lockGroups(context);
  await context.db.execute(sql`
    SELECT FROM customers r WHERE r.id = ANY(${[...ids]}::uuid[]) ORDER BY r.id FOR NO KEY UPDATE OF r`);
}

/** Locks what a change of a customer's parent needs locked; malformed ids are left to the rules of the input. */
export async function lockForParent(
  context: Context,
  ...ids: readonly (string | null | undefined)[]
): Promise<void> {
  const wellFormed = ids.flatMap((id) => recordId.safeParse(id).data ?? []);
  if (ids.every((id) => id != null)) await lockGroupsOf(context, wellFormed);
}

/** Whether the database refused a customer that would belong to itself. */
export const isCircle = (error: unknown): boolean =>
  brokenConstraint(error) === "customers_parent_circle";

/** Selects a customer and all that belong to it at any depth, as `id`. */
export const groupOf = (root: Sql): Sql => sql`
  WITH RECURSIVE members (id) AS (
    ${root}
    UNION SELECT c.id FROM customers c JOIN members m ON c.parent_id = m.id WHERE c.deleted_at IS NULL
  ) SELECT m.id FROM members m`;

/** Who belongs to whom above some customers, as far as changes ask for it. */
export class GroupTree {
  private constructor(
    private readonly parents: Map<string, string | null>,
    private readonly seen: ReadonlySet<string>,
  ) {}

  /**
   * Reads what is above the wanted parents, and which of these the caller sees. The caller holds `lockGroups`, and the
   * parents stay until the transaction ends. What a caller does not see counts for circles all the same.
   */
  static async above(
    { db }: Context,
    wanted: readonly (string | null | undefined)[],
  ): Promise<GroupTree> {
    const ids = [...new Set(wanted.filter((id) => id != null))];
    if (ids.length === 0) return new GroupTree(new Map(), new Set());
    const seen = await db.rows<{ id: string }>(sql`
      SELECT r.id FROM customers r WHERE r.id = ANY(${ids}::uuid[]) AND r.deleted_at IS NULL
      ORDER BY r.id FOR KEY SHARE OF r`);
    const rows = await db.rows<{ id: string; parentId: string | null }>(sql`
      WITH RECURSIVE above (id) AS (
        SELECT unnest(${ids}::uuid[])
        UNION SELECT c.parent_id FROM public.customers c JOIN above a ON c.id = a.id WHERE c.parent_id IS NOT NULL
      ) SELECT c.id, c.parent_id AS "parentId" FROM public.customers c JOIN above a ON a.id = c.id`);
    return new GroupTree(
      new Map(rows.map(({ id, parentId }) => [id, parentId])),
      new Set(seen.map(({ id }) => id)),
    );
  }

  /** Whether a customer is above the other, or the same. */
  isWithin(id: string, above: string): boolean {
    for (let at: string | null = id; at !== null; at = this.parents.get(at) ?? null)
      if (at === above) return true;
    return false;
  }

  /** Lets a customer belong to another from now on. Throws Invalid for a parent that is not there, and for a circle. */
  join(id: string | undefined, parentId: string): void {
    if (!this.seen.has(parentId)) throw new Invalid([{ path: "parentId", code: "unknown_record" }]);
    if (id === undefined) return;
    if (this.isWithin(parentId, id))
      throw new Invalid([{ path: "parentId", code: "parent_circle" }]);
    this.parents.set(id, parentId);
  }

  /** Lets a customer belong to none from now on. */
  leave(id: string): void {
    this.parents.set(id, null);
  }

  /** Whether the caller sees one of the customers that it was read for. */
  sees(id: string): boolean {
    return this.seen.has(id);
  }
}

/**
 * Leaves to a customer the parent that the caller does not see, which was answered as none. Throws Invalid where the
 * new parent is not there or would close a circle.
 */
export function joinGroup(
  { actor }: Context,
  tree: GroupTree,
  current: { id?: string; parentId?: string | null } | null,
  values: { parentId?: string | null },
): void {
  const { parentId } = values;
  const before = current?.parentId ?? null;
  if (parentId === undefined || parentId === before) return;
  if (parentId !== null) tree.join(current?.id, parentId);
  else if (actor.scope && before !== null && !tree.sees(before)) delete values.parentId;
  else if (current?.id !== undefined) tree.leave(current.id);
}
