import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "react-router";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";

const mutation = graphql(`
  mutation OrderQuote($input: CreateOrderFromQuoteInput!) {
    createOrderFromQuote(input: $input) {
      order {
        id
        number
        customer {
          id
          summary {
            ...OrdersCard_summary
            ...QuoteMetrics_summary
          }
        }
        quote {
          ...QuoteFields
        }
      }
    }
  }
`);

/** Makes an order of a quote and leads to it. */
export function useOrderQuote(customerId: string): (quoteId: string) => Promise<void> {
  const t = useT();
  const client = useApolloClient();
  const navigate = useNavigate();
  const attempt = useAttempt();
  return async (quoteId) => {
    await attempt(async () => {
      const { data } = await client.mutate({ mutation, variables: { input: { quoteId } } });
      client.cache.evict({
        id: client.cache.identify({ __typename: "Quote", id: quoteId }),
        fieldName: "orders",
      });
      forgetLists(client.cache, customerId, ["orders", "quotes"]);
      const order = data?.createOrderFromQuote.order;
      if (!order) return;
      showToast({ message: t("quotes.ordered", { number: order.number }) });
      await navigate(paths.customerDocuments(customerId, { show: "orders", order: order.id }));
    });
  };
}
