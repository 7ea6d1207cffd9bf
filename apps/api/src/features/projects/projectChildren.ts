import type { Context } from "../../platform/context.js";
import type { OwnedTrash, Owners } from "../../platform/records/trash.js";
import { Project } from "./project.entity.js";

const ownersOf = (ids: readonly string[]): Owners => ({
  type: Project,
  ids,
  column: "project_id",
});

// What other features have under projects.
const childrenOf = ({ app }: Context): OwnedTrash[] =>
  app.registry.ownedRecords.flatMap(({ under }) =>
    under?.type === Project && under.trash ? [under.trash] : [],
  );

/** Puts what belongs to projects that were just trashed into the trash. */
export async function trashChildren(
  context: Context,
  projectIds: readonly string[],
): Promise<void> {
  for (const child of childrenOf(context)) await child.trash(context, ownersOf(projectIds));
}

/** Restores the records that were deleted with a project; to be called before the project is restored. */
export async function restoreChildren(context: Context, projectId: string): Promise<void> {
  for (const child of childrenOf(context)) await child.restore(context, ownersOf([projectId]));
}
