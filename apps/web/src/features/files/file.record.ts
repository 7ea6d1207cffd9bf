import { IconFile } from "@tabler/icons-react";
import { defineRecord } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { restoreBy } from "../../records/restore.js";

/** Files, as the app registers them. */
export const fileRecord = defineRecord({
  type: "File",
  what: "activity.what.File",
  created: { message: "activity.uploaded", icon: IconFile },
  read: "files:read",
  write: "files:write",
  restore: async () => restoreBy((await import("./fileEdits.js")).fileTrash),

  history: { name: shown("field.name") },
});
