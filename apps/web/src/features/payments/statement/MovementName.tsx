import { Link, useSearchParams } from "react-router";
import type { StatementTableFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";

type Movement = Pick<
  StatementTableFragment["movements"]["nodes"][number],
  "type" | "reference" | "invoice" | "payment" | "creditNote"
>;

/** What a line of a statement is of, as a link: invoices in their list, payments and credit notes over the statement. */
export function MovementName({ customerId, movement }: { customerId: string; movement: Movement }) {
  const t = useT();
  const [search] = useSearchParams();
  const { type, reference, invoice, payment, creditNote } = movement;
  const what =
    type === "REVERSAL" && creditNote
      ? t("payments.movement.cancelledCreditNote")
      : t(`payments.movement.${type}`);
  const name = [what, reference].filter(Boolean).join(" ");
  if (invoice) return <Link to={paths.customerInvoice(customerId, invoice)}>{name}</Link>;
  const over = new URLSearchParams(search);
  over.set("show", "statement");
  if (payment) over.set("payment", payment.id);
  if (creditNote) over.set("creditNote", creditNote.id);
  return (
    <Link to={{ pathname: paths.customerDocuments(customerId), search: over.toString() }}>
      {name}
    </Link>
  );
}
