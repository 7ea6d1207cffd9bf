import { useQuery } from "@apollo/client/react";
import { compare, subtract } from "@clientela/shared/values/money";
import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { previewTotals } from "../../ui/documents/documentLines.js";
import type { Drafts } from "../fields/fields.js";

const query = graphql(`
  query CreditWarning($id: ID!) {
    customer(id: $id) {
      id
      summary {
        credit {
          limit {
            amount
            currency
          }
          left {
            amount
            currency
          }
        }
      }
    }
  }
`);

interface CreditWarningProps {
  customerId: string;
  /** The drafts of a document's form, of which `status`, `currency` and `lines` are read. */
  drafts: Drafts;
  /** The statuses in which such a document uses credit. */
  counted: readonly string[];
  /** What the stored document uses of it already. */
  used: string;
}

/** Warns while a document is typed that takes its customer beyond its credit limit. */
export function CreditWarning({ customerId, drafts, counted, used }: CreditWarningProps) {
  const t = useT();
  const format = useFormat();
  const seesInvoices = useMay("invoices:read");
  const { data } = useQuery(query, {
    variables: { id: customerId },
    skip: !seesInvoices,
    fetchPolicy: "cache-and-network",
  });
  const credit = data?.customer?.summary.credit;
  const { status, currency, lines } = drafts;
  if (!credit || typeof status !== "string" || !counted.includes(status)) return null;
  if (credit.limit.currency !== currency || !Array.isArray(lines)) return null;
  const { total } = previewTotals(lines, currency, currentLanguage());
  const added = subtract(total, used);
  if (compare(added, "0") <= 0 || compare(added, credit.left.amount) <= 0) return null;
  const beyond = { amount: subtract(added, credit.left.amount), currency };
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={16} aria-hidden />} role="status">
      {t("documents.overCreditLimit", {
        limit: format.money(credit.limit),
        beyond: format.money(beyond),
      })}
    </Alert>
  );
}
