import type { ActionOf } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import type { CustomerRecordType } from "../../records/customerRecordType.js";
import type { ActivityEntry } from "./activityEntry.js";
import { definitionOf, type HistoryRecords, useHistoryDetails } from "./historyRecords.js";

const naming = new Set(["name", "title", "number", "legalName"]);

/** Puts an action into a sentence: "Ana changed the order PO-12". */
export function useActivityText(records: HistoryRecords): (entry: ActivityEntry) => string {
  const t = useT();
  const format = useFormat();
  const detailsOf = useHistoryDetails(records);
  // An action without a text does not compile.
  const actions = Object.values(records.definitions).flatMap(
    ({ type }): readonly ActionOf<CustomerRecordType>[] => RECORD_KINDS[type].actions,
  );
  return (entry) => {
    const definition = definitionOf(records, entry);
    const action = actions.find((one) => one === entry.action) ?? "updated";
    const who = entry.actor.kind === "SYSTEM" ? t("activity.system") : entry.actor.name;
    const changed = entry.changes.find(({ field }) => naming.has(field))?.new;
    const details = detailsOf(entry);
    const name = details.name ?? changed ?? "";
    if (definition?.created && action === "created") {
      return t(definition.created.message, { who, what: name });
    }
    const kind = t(definition?.what ?? "activity.what.record");
    const named = definition?.named === false ? kind : `${kind} ${name}`.trim();
    const what = details.amount
      ? t("activity.whatOfAmount", { what: named, amount: format.money(details.amount) })
      : named;
    return t(`activity.did.${action}`, { who, what });
  };
}
