import { useQuery } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import { readDecimal, writeDecimal } from "../../../i18n/decimal.js";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { FieldRow } from "../../../ui/inline/FieldRow.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import classes from "./CustomerDetails.module.css";
import { type EditableCustomer, useEditCustomer } from "./customerEdits.js";
import { FieldPast } from "./FieldPast.js";

const query = graphql(`
  query CustomerCredit($id: ID!) {
    customer(id: $id) {
      id
      summary {
        credit {
          used {
            amount
            currency
          }
          left {
            amount
            currency
          }
          isOver
        }
      }
    }
  }
`);

/** How much a customer may owe at once, edited in its place, and how much of that is used. */
export function CreditLimitRow({ customer }: { customer: EditableCustomer }) {
  const t = useT();
  const format = useFormat();
  const edit = useEditCustomer(customer);
  const readOnly = !useMay("customers:billing");
  const { creditLimit } = customer;
  const language = currentLanguage();
  const read = (typed: string) => (typed ? readDecimal(typed, language) : null);
  return (
    <FieldRow
      label={t("field.creditLimit")}
      past={<FieldPast customer={customer} field="creditLimit" />}
    >
      <InlineEdit
        label={t("field.creditLimit")}
        value={creditLimit ? writeDecimal(creditLimit.amount, language, 2) : ""}
        readOnly={readOnly}
        shown={creditLimit ? format.money(creditLimit) : undefined}
        check={(typed) =>
          typed && Number(read(typed) ?? 0) <= 0 ? t("profile.creditLimitInvalid") : undefined
        }
        onSave={(typed) => edit({ creditLimit: read(typed) })}
      />
      {creditLimit && <CreditUse customerId={customer.id} limit={creditLimit.amount} />}
    </FieldRow>
  );
}

/** How much of the limit is used; nothing for people who do not see invoices. */
function CreditUse({ customerId, limit }: { customerId: string; limit: string }) {
  const t = useT();
  const format = useFormat();
  const seesInvoices = useMay("invoices:read");
  const { data } = useQuery(query, {
    variables: { id: customerId },
    skip: !seesInvoices,
    fetchPolicy: "cache-and-network",
  });
  const credit = data?.customer?.summary.credit;
  if (!credit) return null;
  const { used, left, isOver } = credit;
  return (
    <span key={limit} className={isOver ? classes.over : classes.used}>
      {isOver
        ? t("profile.creditOver", { used: format.money(used) })
        : t("profile.creditUse", { used: format.money(used), left: format.money(left) })}
    </span>
  );
}
