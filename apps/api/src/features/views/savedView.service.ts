import sql, { type Sql } from "sql-template-tag";
import { Any } from "typeorm";
import { z } from "zod";
import type { Context, ViewerBatchLoader } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import {
  insertRecord,
  lockRecord,
  recordActivity,
  type Subject,
  updateRecord,
} from "../../platform/records/write.js";
import { inOrder } from "../../platform/request/loader.js";
import { SavedView } from "./savedView.entity.js";
import type { CreateSavedViewInput, UpdateSavedViewInput } from "./savedView.input.js";

const MAX_VIEWS = 50;

const name = z.string().trim().min(1).max(60);
const query = z.string().max(2000);
const createSchema = z.object({ name, query, shared: z.boolean() });
const updateSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  name: name.nullish(),
  query: query.nullish(),
  shared: z.boolean().nullish(),
});

// A private view is not for others to read, not even in the history.
const subject: Subject<SavedView, "SavedView"> = {
  type: SavedView,
  name: "SavedView",
  parentIdOf: () => null,
  excludedFields: ["name", "query"],
};

// The ids of keys are no user's: they see what is shared.
const seenBy = ({ actor }: Context): Sql =>
  sql`(r.shared OR r.owner_id = ${actor.kind === "USER" ? actor.id : null}::uuid)`;

const changeableBy = ({ actor }: Context): Sql =>
  actor.permissions.has("settings:write")
    ? sql`(r.shared OR r.owner_id = ${actor.id}::uuid)`
    : sql`r.owner_id = ${actor.id}::uuid`;

/** The caller's own views and those that everyone has, by name. */
export function savedViews(context: Context): Promise<SavedView[]> {
  return context.db.rowsOf(
    SavedView,
    sql`
      SELECT ${selectList(SavedView, "r")} FROM saved_views r
      WHERE ${seenBy(context)} ORDER BY fold(r.name), r.id`,
  );
}

/** Views that the caller sees, by id. */
export const savedViewById: ViewerBatchLoader<string, undefined, SavedView | null> = async (
  ids,
  _args,
  context,
) => {
  const rows = await context.db.rowsOf(
    SavedView,
    sql`
      SELECT ${selectList(SavedView, "r")} FROM saved_views r
      WHERE ${isOneOfKeys(sql`r.id`, ids)} AND ${seenBy(context)}`,
  );
  return inOrder<string, SavedView, null>(ids, rows, ({ id }) => id, null);
};

/** Whether the caller may change or delete a view. */
export function canUpdate({ actor }: Context, view: SavedView): boolean {
  if (actor.kind !== "USER") return false;
  return view.ownerId === actor.id || (view.shared && actor.permissions.has("settings:write"));
}

function personOf({ actor }: Context): string {
  if (actor.kind !== "USER" || actor.id === null) throw new Forbidden();
  return actor.id;
}

function refuseSharing({ actor }: Context, shared: boolean | null | undefined): void {
  if (shared && !actor.permissions.has("customers:write")) throw new Forbidden("customers:write");
}

/** Saves a view for the caller, or for everyone. Throws Invalid for more than 50 views of one person. */
export async function createSavedView(
  context: Context,
  input: CreateSavedViewInput,
): Promise<SavedView> {
  const values = parseInput(createSchema, input);
  const ownerId = personOf(context);
  refuseSharing(context, values.shared);
  if ((await context.db.manager.countBy(SavedView, { ownerId })) >= MAX_VIEWS) {
    throw new Invalid([{ path: "name", code: "too_many", params: { max: MAX_VIEWS } }]);
  }
  return insertRecord(context, subject, { ...values, ownerId });
}

/** Changes a view of the caller's, or as an administrator one that everyone has. Throws NotFound and Conflict. */
export async function updateSavedView(
  context: Context,
  input: UpdateSavedViewInput,
): Promise<SavedView> {
  const { id, version, name, query, shared } = parseInput(updateSchema, input);
  personOf(context);
  const current = await lockRecord(context, SavedView, id, changeableBy(context));
  if (shared !== current.shared) refuseSharing(context, shared);
  return updateRecord(context, subject, current, version, {
    name: name ?? undefined,
    query: query ?? undefined,
    shared: shared ?? undefined,
  });
}

/** Deletes a view that the caller may change. Throws NotFound. */
export async function deleteSavedView(context: Context, id: string): Promise<SavedView> {
  personOf(context);
  const view = await lockRecord(context, SavedView, parseId(id), changeableBy(context));
  await forgetViews(context, [view]);
  return view;
}

/** Deletes views of any owner. */
export async function forgetViews(context: Context, views: readonly SavedView[]): Promise<void> {
  if (views.length === 0) return;
  await context.db.manager.delete(SavedView, { id: Any(views.map(({ id }) => id)) });
  await recordActivity(context, subject, views, "deleted");
}
