import { useQuery } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { choicesOf } from "../../../records/choices/choicesOf.js";
import { RecordForm } from "../../../records/RecordForm.js";
import { useMay, useViewer } from "../../../session/viewer.js";
import { FieldPair } from "../../../ui/forms/FormDrawer.js";
import { type PromiseToPay, promiseOperations } from "./promise.operations.js";

const query = graphql(`
  query PromiseChoices($id: ID!, $seesPeople: Boolean!) {
    customer(id: $id) {
      id
      contacts @include(if: $seesPeople) {
        id
        name
        email
      }
      invoices(
        first: 100
        filter: { kind: SALES, state: [OVERDUE, AUTHORIZED] }
        orderBy: { field: DUE_ON, direction: ASC }
      ) {
        nodes {
          id
          number
          balance {
            amount
            currency
          }
        }
      }
    }
  }
`);

interface PromiseFormProps {
  customerId: string;
  currency: string;
  /** The promise to change; without one, a new one is entered. */
  record?: PromiseToPay | undefined;
  /** The amount of a new one: what is open. */
  amount?: string | undefined;
  onClose: () => void;
}

/** The drawer that enters or changes what a customer promised to pay, until when. */
export function PromiseForm({ customerId, currency, record, amount, onClose }: PromiseFormProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useViewer();
  const seesPeople = useMay("contacts:read");
  const { data } = useQuery(query, { variables: { id: customerId, seesPeople } });
  const contacts = choicesOf(
    (data?.customer?.contacts ?? []).map(({ id, name, email }) => ({
      id,
      name,
      details: [email ?? ""],
    })),
  );
  const open = (data?.customer?.invoices.nodes ?? []).map(({ id, number, balance }) => ({
    value: id,
    label: `${number} · ${format.money(balance)}`,
    currency: balance.currency,
  }));
  return (
    <RecordForm
      operations={promiseOperations}
      customerId={customerId}
      record={record}
      defaults={{ currency, madeOn: today, ...(amount ? { amount } : {}) }}
      title={record ? t("promises.edit") : t("promises.add")}
      onClose={onClose}
      deletes
    >
      {({ field, drafts }) => (
        <>
          <FieldPair>
            {field("amount", { autoFocus: true })}
            {field("currency")}
          </FieldPair>
          <FieldPair>
            {field("dueOn")}
            {field("madeOn", { maxDate: today })}
          </FieldPair>
          {seesPeople && field("contactId", { choices: contacts })}
          {field("invoiceIds", {
            choices: open.filter((one) => one.currency === drafts.currency),
          })}
          {field("note")}
        </>
      )}
    </RecordForm>
  );
}
