import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";

/**
 * Lets what belongs to merged customers belong to the survivor, also where the caller does not see it. None of those
 * that are merged is moved: what the survivor belongs to is a field of its own.
 */
export async function moveSubsidiaries(
  { db }: Context,
  mergeId: string,
  survivorId: string,
  mergedIds: readonly string[],
): Promise<void> {
  await db.execute(sql`
    WITH moved AS (
      INSERT INTO merge_moves (moved, record_id, from_id, flagged, merge_id)
      SELECT 'subsidiaries', c.id, c.parent_id, false, ${mergeId}::uuid FROM public.customers c
      WHERE c.parent_id = ANY(${[...mergedIds]}::uuid[]) AND c.id <> ALL(${[survivorId, ...mergedIds]}::uuid[])
      RETURNING record_id
    )
    UPDATE public.customers c SET parent_id = ${survivorId}::uuid, updated_at = now(), version = c.version + 1
    FROM moved m WHERE c.id = m.record_id`);
}

/** Returns to their parents what a merge moved and still belongs to the survivor. */
export async function moveSubsidiariesBack(
  { db }: Context,
  mergeId: string,
  survivorId: string,
): Promise<void> {
  await db.execute(sql`
    UPDATE public.customers c SET parent_id = m.from_id, updated_at = now(), version = c.version + 1
    FROM merge_moves m
    WHERE m.merge_id = ${mergeId}::uuid AND m.moved = 'subsidiaries' AND c.id = m.record_id
      AND c.parent_id = ${survivorId}::uuid`);
}
