import type { CustomerStatus } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { Badge, type Tone } from "../../ui/values/Badge.js";

const tones: Record<CustomerStatus, Tone> = {
  LEAD: "violet",
  ACTIVE: "green",
  INACTIVE: "grey",
  ARCHIVED: "grey",
};

/** The status of a customer as a badge. */
export function StatusBadge({ status }: { status: CustomerStatus }) {
  const t = useT();
  return (
    <Badge tone={tones[status]} struck={status === "ARCHIVED"}>
      {t(`customers.status.${status}`)}
    </Badge>
  );
}
