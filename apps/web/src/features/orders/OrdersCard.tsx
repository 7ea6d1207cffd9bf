import { IconShoppingCart } from "@tabler/icons-react";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { SummaryCard } from "../../ui/cards/SummaryCard.js";
import { MoneyList } from "../../ui/values/Money.js";

/** The metrics of the card. */
export const ordersCardFragment = graphql(`
  fragment OrdersCard_summary on CustomerSummary {
    orders {
      total {
        count
        amounts {
          amount
          currency
        }
      }
      finalized {
        count
        amounts {
          amount
          currency
        }
      }
    }
  }
`);

interface OrdersCardProps {
  customerId: string;
  summary: FragmentType<typeof ordersCardFragment>;
}

/** How many purchase orders there are in total and finalised, and what they come to. */
export function OrdersCard({ customerId, summary }: OrdersCardProps) {
  const t = useT();
  const format = useFormat();
  const { total, finalized } = readFragment(ordersCardFragment, summary).orders;
  return (
    <SummaryCard
      title={t("orders.title")}
      icon={<IconShoppingCart size={15} />}
      metrics={[
        {
          label: t("orders.total"),
          value: <MoneyList values={total.amounts} />,
          count: format.number(total.count),
          to: paths.customerDocuments(customerId, { show: "orders", status: "live" }),
        },
        {
          label: t("orders.finalized"),
          value: <MoneyList values={finalized.amounts} />,
          count: format.number(finalized.count),
          to: paths.customerDocuments(customerId, { show: "orders", status: "FINALIZED" }),
        },
      ]}
    />
  );
}

const customerFragment = graphql(`
  fragment OrdersCard_customer on Customer {
    id
    summary {
      ...OrdersCard_summary
    }
  }
`);

/** The card, as the summary of a customer shows it. */
export const ordersCard = customerPart(customerFragment, ({ customerId, customer }) => (
  <OrdersCard customerId={customerId} summary={customer.summary} />
));
