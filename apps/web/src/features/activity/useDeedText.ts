import { type ActionOf, DEEDS, type RecordType } from "@clientela/shared/deeds";
import { useT } from "../../i18n/useT.js";
import type { Deed } from "./deed.js";

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
const actions = types.flatMap((type): readonly ActionOf<(typeof types)[number]>[] => DEEDS[type]);
const naming = new Set(["name", "title", "number", "legalName"]);

/** Says a deed in a sentence: "Ana changed the order PO-12". */
export function useDeedText(): (deed: Deed) => string {
  const t = useT();
  return (deed) => {
    const type = types.find((one) => one === deed.recordType);
    const action = actions.find((one) => one === deed.action) ?? "updated";
    const who = deed.actor.kind === "SYSTEM" ? t("activity.system") : deed.actor.name;
    if (type === "File" && action === "created") {
      return t("activity.uploaded", { who, what: nameOf(deed) });
    }
    const kind = t(type ? `activity.what.${type}` : "activity.what.record");
    const what = type === "Customer" ? kind : `${kind} ${nameOf(deed)}`.trim();
    return t(`activity.did.${action}`, { who, what });
  };
}

function nameOf({ record, changes }: Deed): string {
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
