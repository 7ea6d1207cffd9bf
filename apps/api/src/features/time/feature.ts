import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { eraseTexts } from "../customers/data-deletion/eraseTexts.js";
import { Project } from "../projects/project.entity.js";
import { ofVisibleProject } from "../projects/project.list.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { ProjectSummaryTime, ProjectTime, TimeEntryEdges, TimeTotals } from "./timeEntry.edges.js";
import { TimeEntry } from "./timeEntry.entity.js";
import {
  customersByTimeEntries,
  customerTime,
  projectTime,
  timeEntryById,
} from "./timeEntry.list.js";
import { TimeEntryResolver } from "./timeEntry.resolver.js";
import { subject, timeEntryTrash } from "./timeEntry.service.js";
import { byHours, workedMinutesRange } from "./timeEntryCustomerOrder.js";
import { timeEntryUpserts } from "./upsertTimeEntries.js";

/** The time that is worked on projects. */
export const time: Feature = {
  name: "time",
  eraser: eraseTexts(TimeEntry, "note"),
  entities: [TimeEntry],
  resolvers: [
    TimeEntryResolver,
    upsertResolver(timeEntryUpserts),
    deletionResolver(timeEntryUpserts),
    ProjectTime,
    ProjectSummaryTime,
    TimeEntryEdges,
    TimeTotals,
  ],
  nodes: [
    {
      type: TimeEntry,
      table: "time_entries",
      permission: "time:read",
      byId: timeEntryById,
      externalIds: externalIdWrites(subject, "time:write"),
    },
  ],
  metrics: [customerTime, projectTime],
  listExtensions: [
    { list: "Customer", filters: [customersByTimeEntries, workedMinutesRange], orders: [byHours] },
  ],
  trash: [
    {
      recordType: "TimeEntry",
      type: TimeEntry,
      name: sql`coalesce(r.note, to_char(r.worked_on, 'YYYY-MM-DD'))`,
      where: [ofVisibleProject],
      permission: "time:write",
    },
  ],
  ownedRecords: [
    {
      type: TimeEntry,
      permission: "time:read",
      under: { type: Project, column: "project_id", trash: timeEntryTrash },
    },
  ],
};
