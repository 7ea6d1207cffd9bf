import type { OrderStatus } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { Badge, type Tone } from "../../ui/values/Badge.js";

const tones: Record<OrderStatus, Tone> = {
  DRAFT: "grey",
  OPEN: "blue",
  FINALIZED: "green",
  CANCELLED: "grey",
};

/** Where an order stands, as a badge. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useT();
  return (
    <Badge tone={tones[status]} struck={status === "CANCELLED"}>
      {t(`orders.status.${status}`)}
    </Badge>
  );
}
