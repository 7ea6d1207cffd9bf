import { IconFile } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";

const nameFragment = graphql(`
  fragment FileName on File {
    name
  }
`);

// The empty filter keeps the count apart from the lists in the cache, which would seem to be empty.
const countFragment = graphql(`
  fragment FilesCount on Customer {
    files(first: 1, filter: {}) {
      totalCount
    }
  }
`);

/** Files, as the app registers them. */
export const fileRecord = defineRecord({
  type: "File",
  what: "activity.what.File",
  created: { message: "activity.uploaded", icon: IconFile },
  leads: {},
  read: "files:read",
  write: "files:write",
  restore: async () => restoreBy((await import("./fileEdits.js")).fileTrash),

  searched: true,
  history: { name: shown("field.name") },
  details: recordPart("File", nameFragment, ({ name }) => ({ name })),
  counted: {
    tab: "files",
    total: recordPart("Customer", countFragment, ({ files }) => files.totalCount),
  },
});
