import type { InvoiceState } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { Badge, type Tone } from "../../ui/values/Badge.js";

const tones: Record<InvoiceState, Tone> = {
  DRAFT: "grey",
  PENDING: "amber",
  AUTHORIZED: "blue",
  OVERDUE: "red",
  PAID: "green",
  CANCELLED: "grey",
};

/** Where an invoice stands today, as a badge. */
export function InvoiceStateBadge({ state }: { state: InvoiceState }) {
  const t = useT();
  return (
    <Badge tone={tones[state]} struck={state === "CANCELLED"}>
      {t(`invoices.state.${state}`)}
    </Badge>
  );
}
