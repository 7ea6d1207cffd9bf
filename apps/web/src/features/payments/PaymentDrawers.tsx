import { useMay } from "../../session/viewer.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { NewPayment } from "./NewPayment.js";
import { PaymentView } from "./PaymentView.js";

interface PaymentDrawersProps {
  customerId: string;
  /** The currency of new payments. */
  currency: string;
}

/** The drawer for a payment that the URL names: `payment=<id>` or `payment=new`. */
export function PaymentDrawers({ customerId, currency }: PaymentDrawersProps) {
  const drawer = useDrawerParam("payment");
  const mayWrite = useMay("invoices:write");
  if (!drawer.value) return null;
  if (drawer.value === "new") {
    return (
      mayWrite && <NewPayment customerId={customerId} currency={currency} onClose={drawer.close} />
    );
  }
  return (
    <PaymentView
      key={drawer.value}
      id={drawer.value}
      customerId={customerId}
      onClose={drawer.close}
    />
  );
}
