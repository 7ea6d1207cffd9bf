import {
  type ActionOf,
  RECORD_ACTIONS,
  type RecordType,
  recordTypeOf,
} from "@clientela/shared/records/recordActions";
import { useT } from "../../i18n/useT.js";
import type { ActivityEntry } from "./activityEntry.js";

const types = [
  "Customer",
  "Contact",
  "Address",
  "Project",
  "Task",
  "TimeEntry",
  "Deal",
  "Quote",
  "Order",
  "Invoice",
  "File",
] as const satisfies RecordType[];
// A kind of deed without a text does not compile.
const actions = types.flatMap(
  (type): readonly ActionOf<(typeof types)[number]>[] => RECORD_ACTIONS[type],
);
const naming = new Set(["name", "title", "number", "legalName"]);

/** Says a deed in a sentence: "Ana changed the order PO-12". */
export function useActivityText(): (entry: ActivityEntry) => string {
  const t = useT();
  return (entry) => {
    const type = types.find((one) => one === recordTypeOf(entry.recordType));
    const action = actions.find((one) => one === entry.action) ?? "updated";
    const who = entry.actor.kind === "SYSTEM" ? t("activity.system") : entry.actor.name;
    if (type === "File" && action === "created") {
      return t("activity.uploaded", { who, what: nameOf(entry) });
    }
    const kind = t(type ? `activity.what.${type}` : "activity.what.record");
    const what = type === "Customer" ? kind : `${kind} ${nameOf(entry)}`.trim();
    return t(`activity.did.${action}`, { who, what });
  };
}

function nameOf({ record, changes }: ActivityEntry): string {
  const told = changes.find(({ field }) => naming.has(field))?.new;
  switch (record?.__typename) {
    case "Contact":
      return record.contactName;
    case "Project":
      return record.projectName;
    case "Task":
      return record.taskTitle;
    case "Invoice":
      return record.invoiceNumber;
    case "Deal":
      return record.dealTitle;
    case "Quote":
      return record.quoteNumber;
    case "Order":
      return record.orderNumber;
    case "File":
      return record.fileName;
    default:
      return told ?? "";
  }
}
