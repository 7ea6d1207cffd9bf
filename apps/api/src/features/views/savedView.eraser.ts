import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { searchWords } from "../../platform/lists/search.js";
import type { Eraser, Erasure } from "../../platform/records/eraser.js";
import { SavedView } from "./savedView.entity.js";
import { forgetViews } from "./savedView.service.js";

/** What people type into the list's URL; all else is chosen from lists. */
const TYPED = ["q", "tag", "city"];

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The texts of a view that may name somebody: its name, and what was typed into its question. */
function textsOf({ name, query }: SavedView): string[] {
  const params = new URLSearchParams(query);
  return [name, ...TYPED.flatMap((key) => params.getAll(key))];
}

/** The texts of views of which every word occurs in what is known of the person. */
function candidates(views: readonly SavedView[], { texts, traits }: Erasure) {
  const known = folded([...texts, ...traits].join("\n"));
  const digits = known.replace(/[^\p{L}\p{N}\n]/gu, "");
  const names = (word: string) =>
    known.includes(word) ||
    (/\d/.test(word) && digits.includes(word.replace(/[^\p{L}\p{N}]/gu, "")));
  return views.flatMap((view) =>
    textsOf(view)
      .map((text) => searchWords(folded(text)))
      .filter((words) => words.length > 0 && words.every(names))
      .map((words) => ({ id: view.id, words })),
  );
}

/**
 * Deletes the views that ask for the person alone: those with a name, search, tag or city of which every word is the
 * person's, and which finds nobody else. A word that others share identifies nobody.
 */
async function erase(context: Context, erasure: Erasure): Promise<void> {
  const { db } = context;
  const views = await db.rowsOf(
    SavedView,
    sql`SELECT ${selectList(SavedView, "r")} FROM saved_views r ORDER BY r.id FOR UPDATE`,
  );
  const suspects = candidates(views, erasure);
  if (suspects.length === 0) return;
  const alone = await db.rows<{ id: string }>(sql`
    SELECT DISTINCT a.id FROM jsonb_to_recordset(${JSON.stringify(suspects)}::jsonb) a (id uuid, words text[])
    WHERE NOT EXISTS (
      SELECT 1 FROM customers r WHERE r.id <> ALL(${[...erasure.recordIds]}::uuid[])
        AND NOT EXISTS (
          SELECT 1 FROM unnest(a.words) w
          WHERE position(fold(w) IN concat_ws(' ', r.search_text, fold(r.tags::text), r.city_key)) = 0))`);
  const ids = new Set(alone.map(({ id }) => id));
  await forgetViews(
    context,
    views.filter(({ id }) => ids.has(id)),
  );
}

/** Views forget who they were looking for. */
export const savedViewEraser: Eraser = { erase };
