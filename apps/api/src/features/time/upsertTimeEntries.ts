import { Invalid } from "../../platform/errors.js";
import { trashRecords } from "../../platform/records/trash.js";
import type { Project } from "../projects/project.entity.js";
import { subject as projectSubject } from "../projects/project.service.js";
import { activePeople } from "../upserts/activePeople.js";
import { lockReferences } from "../upserts/lockReferences.js";
import type { KindTrash, UpsertKind } from "../upserts/upsertKind.js";
import type { TimeEntry } from "./timeEntry.entity.js";
import { UpsertTimeEntryItem } from "./timeEntry.input.js";
import { checkNewTimeEntry, checkTimeEntryChanges } from "./timeEntry.rules.js";
import { subject, workerOf } from "./timeEntry.service.js";

/** How other systems write time on projects. */
export const timeEntryUpserts: UpsertKind<TimeEntry, UpsertTimeEntryItem> & { trash: KindTrash } = {
  plural: "TimeEntries",
  subject,
  permission: "time:write",
  item: UpsertTimeEntryItem,
  trash: { move: (context, ids) => trashRecords(context, subject, ids) },
  takesCustomer: false,
  defaults: {},
  async open(context, { source, items }) {
    const wanted = items.map(({ projectId: id, projectExternalId: externalId }) => ({
      id,
      externalId,
    }));
    const projects = await lockReferences<Project>(context, projectSubject, source, wanted);
    const assertActive = await activePeople(context, [
      workerOf(context),
      ...items.map(({ userId }) => userId),
    ]);
    return {
      change(item, { row }) {
        const reference = { id: item.projectId, externalId: item.projectExternalId };
        if (row) {
          const values = checkTimeEntryChanges(item);
          assertActive(values.userId, "userId", row.userId);
          const { customerId, projectId: already } = row;
          const place = { path: "projectId", customerId, already };
          return { values: { ...values, projectId: projects.idAt(reference, place) ?? already } };
        }
        const { userId = workerOf(context), ...values } = checkNewTimeEntry(item, context.today);
        assertActive(userId, "userId", null);
        const project = projects.at(reference, "projectId");
        if (!project) throw new Invalid([{ path: "projectId", code: "required" }]);
        const { id: projectId, customerId } = project;
        return { values: { ...values, userId, projectId, customerId } };
      },
    };
  },
};
