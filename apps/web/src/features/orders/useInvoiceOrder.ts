import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "react-router";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";

const mutation = graphql(`
  mutation InvoiceOrder($input: CreateInvoiceFromOrderInput!) {
    createInvoiceFromOrder(input: $input) {
      invoice {
        id
        number
        customer {
          id
          summary {
            ...OrdersCard_summary
            ...InvoicesCard_summary
          }
        }
        order {
          ...OrderFields
        }
      }
    }
  }
`);

/** Bills an order and leads to its invoice. */
export function useInvoiceOrder(customerId: string): (orderId: string) => Promise<void> {
  const t = useT();
  const client = useApolloClient();
  const navigate = useNavigate();
  const attempt = useAttempt();
  return async (orderId) => {
    await attempt(async () => {
      const { data } = await client.mutate({ mutation, variables: { input: { orderId } } });
      client.cache.evict({
        id: client.cache.identify({ __typename: "Order", id: orderId }),
        fieldName: "invoices",
      });
      forgetLists(client.cache, customerId, ["orders", "invoices"]);
      const invoice = data?.createInvoiceFromOrder.invoice;
      if (!invoice) return;
      showToast({ message: t("orders.invoiced", { number: invoice.number }) });
      await navigate(paths.customerDocuments(customerId, { show: "sales", invoice: invoice.id }));
    });
  };
}
