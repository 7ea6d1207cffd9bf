import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { askRemoval } from "../../platform/installation/removals.js";
import type { Eraser, Erasure } from "../../platform/records/eraser.js";
import { searchesForPerson } from "../customers/data-deletion/personSearches.js";
import { keyOfExport } from "./runExport.js";

/** An export can contain anyone: all are deleted with their files, and running ones fail; they can be requested again. */
async function deleteExports({ db }: Context): Promise<void> {
  // A running export has read the person's data already: it ends without a file (runExport).
  await db.execute(sql`
    UPDATE exports SET status = 'FAILED', question = jsonb_build_object('language', question->'language'),
      finished_at = now(), updated_at = now(), version = version + 1
    WHERE status = 'RUNNING'`);
  const gone = await db.rows<{ id: string }>(
    sql`DELETE FROM exports WHERE status <> 'FAILED' OR finished_at < now() RETURNING id`,
  );
  await askRemoval(
    db,
    gone.map(({ id }) => keyOfExport(id)),
    { reason: "an export that may hold an erased person", forGood: true },
  );
}

const textsWithin = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(textsWithin)
    : [];
};

const questionSchema = z.object({ search: z.unknown(), filter: z.unknown() }).partial();

/** Removes the search and filter of exports from the history where they name the person; the entries stay. */
async function forgetQuestions(context: Context, erasure: Erasure): Promise<void> {
  const entries = await context.db.rows<{ id: string; question: unknown }>(sql`
    SELECT r.id, c.change->'new' AS question
    FROM activity r CROSS JOIN LATERAL jsonb_array_elements(r.changes) c (change)
    WHERE r.record_type = 'Export' AND c.change->>'field' = 'question' AND jsonb_typeof(c.change->'new') = 'object'`);
  const searches = entries.map(({ id, question }) => {
    const { search, filter } = questionSchema.parse(question);
    return { id, texts: [search, filter].flatMap(textsWithin) };
  });
  const ids = await searchesForPerson(context, erasure, searches);
  if (ids.size === 0) return;
  await context.db.execute(sql`
    UPDATE activity r SET changes = (
      SELECT jsonb_agg(CASE c.change->>'field' WHEN 'question'
        THEN jsonb_build_object('field', 'question', 'old', null, 'new', null, 'erased', true)
        ELSE c.change END ORDER BY c.place)
      FROM jsonb_array_elements(r.changes) WITH ORDINALITY c (change, place))
    WHERE r.id = ANY(${[...ids]}::uuid[])`);
}

/** Deletes exports, and what the history says they were searched by. */
export const exportEraser: Eraser = {
  async erase(context, erasure) {
    await deleteExports(context);
    await forgetQuestions(context, erasure);
  },
};
