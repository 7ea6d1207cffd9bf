import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { useQuoteEdits } from "./quoteEdits.js";

/** Makes an order of a quote and leads to it. */
export function useOrderQuote(customerId: string): (quoteId: string) => Promise<void> {
  const t = useT();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const edits = useQuoteEdits(customerId);
  return async (quoteId) => {
    await attempt(async () => {
      const order = await edits.makeOrder(quoteId);
      if (!order) return;
      showToast({ message: t("quotes.ordered", { number: order.number }) });
      await navigate(paths.customerDocuments(customerId, { show: "orders", order: order.id }));
    });
  };
}
