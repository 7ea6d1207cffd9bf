import type { InvoiceState } from "@clientela/shared/records/enums";
import { IconFileInvoice } from "@tabler/icons-react";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InvoicesCard_SummaryFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { SummaryCard } from "../../ui/cards/SummaryCard.js";
import { MoneyList } from "../../ui/values/Money.js";

/** The metrics of the cards: of sales, and of purchases. */
export const invoicesCardFragment = graphql(`
  fragment InvoicesCard_summary on CustomerSummary {
    invoices {
      authorized {
        count
        amounts {
          amount
          currency
        }
      }
      pending {
        count
        amounts {
          amount
          currency
        }
      }
      overdue {
        count
        amounts {
          amount
          currency
        }
      }
      paid {
        count
        amounts {
          amount
          currency
        }
      }
    }
    purchaseInvoices {
      authorized {
        count
        amounts {
          amount
          currency
        }
      }
      pending {
        count
        amounts {
          amount
          currency
        }
      }
      overdue {
        count
        amounts {
          amount
          currency
        }
      }
      paid {
        count
        amounts {
          amount
          currency
        }
      }
    }
  }
`);

interface InvoicesCardProps {
  customerId: string;
  summary: FragmentType<typeof invoicesCardFragment>;
}

/** The sales invoices that are authorised, pending and overdue, in number and money. */
export function InvoicesCard({ customerId, summary }: InvoicesCardProps) {
  const t = useT();
  const { invoices } = readFragment(invoicesCardFragment, summary);
  return (
    <Card customerId={customerId} title={t("invoices.title")} show="sales" metrics={invoices} />
  );
}

/** The same for purchase invoices; nothing where there are none. */
export function PurchaseInvoicesCard({ customerId, summary }: InvoicesCardProps) {
  const t = useT();
  const { purchaseInvoices } = readFragment(invoicesCardFragment, summary);
  const { authorized, pending, overdue, paid } = purchaseInvoices;
  if ([authorized, pending, overdue, paid].every(({ count }) => count === 0)) return null;
  return (
    <Card
      customerId={customerId}
      title={t("invoices.purchases")}
      show="purchases"
      metrics={purchaseInvoices}
    />
  );
}

interface CardProps {
  customerId: string;
  title: string;
  show: "sales" | "purchases";
  metrics: InvoicesCard_SummaryFragment["invoices"];
}

function Card({ customerId, title, show, metrics }: CardProps) {
  const t = useT();
  const format = useFormat();
  const { authorized, pending, overdue } = metrics;
  const metric = (
    label: string,
    { count, amounts }: typeof authorized,
    state: InvoiceState,
    tone?: "red",
  ) => ({
    label,
    value: <MoneyList values={amounts} />,
    count: format.number(count),
    to: paths.customerDocuments(customerId, { show, state }),
    tone: count > 0 ? tone : undefined,
  });
  return (
    <SummaryCard
      title={title}
      icon={<IconFileInvoice size={15} />}
      metrics={[
        metric(t("invoices.authorized"), authorized, "AUTHORIZED"),
        metric(t("invoices.pending"), pending, "PENDING"),
        metric(t("invoices.overdue"), overdue, "OVERDUE", "red"),
      ]}
    />
  );
}

const customerFragment = graphql(`
  fragment InvoicesCard_customer on Customer {
    id
    summary {
      ...InvoicesCard_summary
    }
  }
`);

/** Both cards, as the summary of a customer shows them. */
export const invoicesCards = customerPart(customerFragment, ({ customerId, customer }) => (
  <>
    <InvoicesCard customerId={customerId} summary={customer.summary} />
    <PurchaseInvoicesCard customerId={customerId} summary={customer.summary} />
  </>
));
