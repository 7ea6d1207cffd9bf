import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import type { Eraser, Erasure } from "../../platform/records/eraser.js";
import { searchesForPerson } from "../customers/data-deletion/personSearches.js";
import { SavedView } from "./savedView.entity.js";
import { forgetViews } from "./savedView.service.js";

/** The texts of a view that may name somebody: its name, and all of its query, which programs write as they like. */
const textsOf = ({ name, query }: SavedView): string[] => [
  name,
  ...[...new URLSearchParams(query)].flat(),
];

/** Deletes the views that ask for the person alone. */
async function erase(context: Context, erasure: Erasure): Promise<void> {
  const views = await context.db.rowsOf(
    SavedView,
    sql`SELECT ${selectList(SavedView, "r")} FROM saved_views r ORDER BY r.id FOR UPDATE`,
  );
  const searches = views.map((view) => ({ id: view.id, texts: textsOf(view) }));
  const ids = await searchesForPerson(context, erasure, searches);
  await forgetViews(
    context,
    views.filter(({ id }) => ids.has(id)),
  );
}

/** Views forget who they were looking for. */
export const savedViewEraser: Eraser = { erase };
