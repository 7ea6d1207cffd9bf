import { trashRecords } from "../../platform/records/trash.js";
import type { Project } from "../projects/project.entity.js";
import { subject as projectSubject } from "../projects/project.service.js";
import { activePeople } from "../upserts/activePeople.js";
import { lockReferences } from "../upserts/lockReferences.js";
import type { KindTrash, UpsertKind } from "../upserts/upsertKind.js";
import type { Task } from "./task.entity.js";
import { UpsertTaskItem } from "./task.input.js";
import { checkNewTask, checkTaskChanges } from "./task.rules.js";
import { subject } from "./task.service.js";

/** How other systems write tasks. */
export const taskUpserts: UpsertKind<Task, UpsertTaskItem> & { trash: KindTrash } = {
  plural: "Tasks",
  subject,
  permission: "tasks:write",
  item: UpsertTaskItem,
  trash: { move: (context, ids) => trashRecords(context, subject, ids) },
  takesCustomer: true,
  defaults: {},
  async open(context, { source, items }) {
    const { now, actor } = context;
    const wanted = items.map(({ projectId: id, projectExternalId: externalId }) => ({
      id,
      externalId,
    }));
    const projects = await lockReferences<Project>(context, projectSubject, source, wanted);
    const assertActive = await activePeople(
      context,
      items.map(({ assigneeId }) => assigneeId),
    );
    return {
      change(item, { row, customer }) {
        const given = row ? checkTaskChanges(item, row, now) : checkNewTask(item, now);
        assertActive(given.assigneeId, "assigneeId", row?.assigneeId);
        const reference = { id: given.projectId, externalId: item.projectExternalId };
        const projectId = projects.idAt(reference, {
          path: "projectId",
          customerId: row?.customerId ?? customer?.id ?? "",
          already: row?.projectId,
        });
        const maker = row ? {} : { createdById: actor.kind === "USER" ? actor.id : null };
        return { values: { ...given, ...maker, projectId } };
      },
    };
  },
};
