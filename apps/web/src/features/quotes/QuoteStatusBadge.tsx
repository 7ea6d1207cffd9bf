import type { QuoteStatus } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { Badge, type Tone } from "../../ui/values/Badge.js";

const tones: Record<QuoteStatus, Tone> = {
  DRAFT: "grey",
  SENT: "blue",
  ACCEPTED: "green",
  REJECTED: "red",
  EXPIRED: "amber",
};

/** Where a quote stands, as a badge. */
export function QuoteStatusBadge({ status }: { status: QuoteStatus }) {
  const t = useT();
  return <Badge tone={tones[status]}>{t(`quotes.status.${status}`)}</Badge>;
}
