import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { useOrderEdits } from "./orderEdits.js";

/** Bills an order and leads to its invoice. */
export function useInvoiceOrder(customerId: string): (orderId: string) => Promise<void> {
  const t = useT();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const edits = useOrderEdits(customerId);
  return async (orderId) => {
    await attempt(async () => {
      const invoice = await edits.invoice(orderId);
      if (!invoice) return;
      showToast({ message: t("orders.invoiced", { number: invoice.number }) });
      await navigate(paths.customerDocuments(customerId, { show: "sales", invoice: invoice.id }));
    });
  };
}
