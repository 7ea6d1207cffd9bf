import { useT } from "../../i18n/useT.js";
import { Badge } from "../../ui/values/Badge.js";
import type { CreditNote } from "./creditNote.operations.js";

/** Where a credit note stands: settled, with something on account, or cancelled. */
export function CreditNoteStatus({ creditNote }: { creditNote: CreditNote }) {
  const t = useT();
  if (creditNote.cancelledOn) {
    return (
      <Badge tone="grey" struck>
        {t("creditNotes.status.cancelled")}
      </Badge>
    );
  }
  return Number(creditNote.unallocated.amount) > 0 ? (
    <Badge tone="amber">{t("creditNotes.status.onAccount")}</Badge>
  ) : (
    <Badge tone="green">{t("creditNotes.status.settled")}</Badge>
  );
}
