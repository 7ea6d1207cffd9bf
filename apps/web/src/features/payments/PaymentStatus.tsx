import { useT } from "../../i18n/useT.js";
import { Badge } from "../../ui/values/Badge.js";
import type { Payment } from "./payment.operations.js";

/** Where a payment stands: allocated, with money on account, or reversed. */
export function PaymentStatus({ payment }: { payment: Payment }) {
  const t = useT();
  if (payment.reversedOn) {
    return (
      <Badge tone="grey" struck>
        {t("payments.status.reversed")}
      </Badge>
    );
  }
  return Number(payment.unallocated.amount) > 0 ? (
    <Badge tone="amber">{t("payments.status.onAccount")}</Badge>
  ) : (
    <Badge tone="green">{t("payments.status.allocated")}</Badge>
  );
}
