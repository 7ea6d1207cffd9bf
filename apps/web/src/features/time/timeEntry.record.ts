import { IconClockPlus } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { restoreBy } from "../../records/restore.js";
import { timeEntryFields } from "./timeEntry.fields.js";

/** Time entries, as the app registers them. */
export const timeEntryRecord = defineRecord({
  type: "TimeEntry",
  what: "activity.what.TimeEntry",
  read: "time:read",
  write: "time:write",
  icon: IconClockPlus,
  history: timeEntryFields,
  restore: async () => restoreBy((await import("./timeEntry.operations.js")).timeEntryOperations),
  drawers: {
    params: ["time"],
    Component: lazyComponent(() => import("./TimeDrawers.js"), "TimeDrawers"),
  },
  create: [{ label: "time.one", param: "time", value: "new" }],
  inside: {
    type: "Project",
    Component: lazyComponent(() => import("./ProjectTime.js"), "ProjectTime"),
  },
});
