import { IconUser } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { contactFields } from "./contact.fields.js";

const nameFragment = graphql(`
  fragment ContactName on Contact {
    name
  }
`);

/** The people at a customer, as the app registers them. */
export const contactRecord = defineRecord({
  type: "Contact",
  what: "activity.what.Contact",
  read: "contacts:read",
  write: "contacts:write",
  icon: IconUser,
  searched: true,
  history: {
    ...contactFields,
    "emails.label": shown("record.mainEmailLabel"),
    emails: shown("record.furtherEmails"),
    "phones.label": shown("record.mainPhoneLabel"),
    phones: shown("record.furtherPhones"),
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Contact", nameFragment, ({ name }) => ({ name })),
  revert: async () => revertBy((await import("./contact.operations.js")).contactOperations),
  restore: async () => restoreBy((await import("./contact.operations.js")).contactOperations),
  drawers: {
    params: ["person"],
    Component: lazyComponent(() => import("./ContactDrawers.js"), "ContactDrawers"),
  },
  create: [{ label: "contacts.one", param: "person", value: "new" }],
});
