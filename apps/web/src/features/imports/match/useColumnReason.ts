import type { ImportColumnReason } from "../../../gql/graphql.js";
import type { MessageKey } from "../../../i18n/messageKey.js";
import { useT } from "../../../i18n/useT.js";
import { useSheet } from "../useSheet.js";
import type { ReadColumn } from "./matchColumns.js";

/** What is worth saying of why a column is where it is; the rest shows by itself. */
const reasons: Partial<Record<ImportColumnReason, MessageKey>> = {
  REMEMBERED: "import.reason.remembered",
  VALUES: "import.reason.values",
  CONTRADICTED: "import.reason.contradicted",
  VAGUE_HEADER: "import.reason.vague",
  VALUES_ONLY: "import.reason.valuesOnly",
  NOT_A_KEY: "import.reason.notAKey",
  UNKNOWN_HEADER: "import.reason.unknown",
  FIELD_TAKEN: "import.reason.taken",
  EXPORT_ONLY: "import.reason.exportOnly",
  OTHER_RECORD: "import.reason.other",
};

/** Says why a column goes where it goes, waits, or stays out; undefined where there is nothing to say. */
export function useColumnReason(): (column: ReadColumn) => string | undefined {
  const t = useT();
  const { labelOf } = useSheet();
  return ({ reason, field, suggestion }) => {
    const target = field ?? suggestion;
    const key =
      reason === "CONTRADICTED" && target === null
        ? "import.reason.contradictedOther"
        : reasons[reason];
    return key && t(key, { field: target === null ? "" : labelOf(target) });
  };
}
