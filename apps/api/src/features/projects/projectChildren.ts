import type { Context } from "../../platform/context.js";
import {
  type Owner,
  restoreOwned,
  type Trashable,
  type TrashSubject,
  trashOwned,
} from "../../platform/records/trash.js";
import { Project } from "./project.entity.js";

type Move = (context: Context, owner: Owner) => Promise<void>;

const children: { trash: Move; restore: Move }[] = [];

const ownerOf = (id: string): Owner => ({ type: Project, id, column: "project_id" });

/** Declares records that go to the trash with their project, and come back with it. */
export function trashWithProject<Row extends Trashable>(subject: TrashSubject<Row>): void {
  children.push({
    trash: (context, owner) => trashOwned(context, subject, owner),
    restore: (context, owner) => restoreOwned(context, subject, owner),
  });
}

/** Puts what belongs to a project that was just trashed into the trash. */
export async function trashChildren(context: Context, projectId: string): Promise<void> {
  for (const child of children) await child.trash(context, ownerOf(projectId));
}

/** Takes what went to the trash with a project out of it; to be called before the project is restored. */
export async function restoreChildren(context: Context, projectId: string): Promise<void> {
  for (const child of children) await child.restore(context, ownerOf(projectId));
}
