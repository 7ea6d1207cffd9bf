import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { CURRENCIES } from "@clientela/shared/values/currencies";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ExternalIds } from "../../../records/ExternalIds.js";
import { FieldGroup, FieldList, FieldRow } from "../../../ui/inline/FieldRow.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import { InlineSelect } from "../../../ui/inline/InlineSelect.js";
import { Addresses } from "../addresses/Addresses.js";
import { StatusBadge } from "../StatusBadge.js";
import { CreditLimitRow } from "./CreditLimitRow.js";
import classes from "./CustomerDetails.module.css";
import { OwnerRow, TagsRow, TaxIdRow, TextRow } from "./CustomerFieldRows.js";
import { editsFragment } from "./customerEdits.js";
import { FieldPast } from "./FieldPast.js";
import { ParentRow } from "./GroupRow.js";
import { type CustomerEditing, useCustomerEditing } from "./useCustomerEditing.js";

const fragment = graphql(`
  fragment CustomerDetails_customer on Customer {
    id
    number
    createdAt
    updatedAt
    externalIds(first: 500) {
      source
      value
    }
    ...CustomerEdits_customer
    ...CustomerAddresses_customer
  }
`);

const currencies = CURRENCIES.map((code) => ({ value: code, label: code }));
const longestTerm = 3650;

/** Every field of the customer, each edited in its place, and its addresses. */
export function CustomerDetails(props: { customer: FragmentType<typeof fragment> }) {
  const t = useT();
  const format = useFormat();
  const details = readFragment(fragment, props.customer);
  const customer = readFragment(editsFragment, details);
  const editing = useCustomerEditing(customer);
  const { edit, readOnly } = editing;
  return (
    <>
      <FieldGroup title={t("profile.data")}>
        <FieldList wide>
          <TextRow editing={editing} field="legalName" />
          <TextRow editing={editing} field="tradeName" />
          <TaxIdRow editing={editing} label={t("field.taxId")} />
          {(customer.taxId || customer.secondTaxId) && (
            <TaxIdRow second editing={editing} label={t("profile.secondTaxId")} />
          )}
          <StatusRow editing={editing} />
          <TextRow editing={editing} field="email" />
          <TextRow editing={editing} field="phone" />
          <TextRow editing={editing} field="website" />
          <OwnerRow editing={editing} />
          <ParentRow editing={editing} />
          <TagsRow editing={editing} />
          <BillingRows editing={editing} />
          <CreditLimitRow customer={customer} />
          <FieldRow label={t("field.number")}>
            <span className={classes.still}>{details.number}</span>
          </FieldRow>
          {details.externalIds.map(({ source, value }) => (
            <FieldRow key={`${source} ${value}`} label={t("profile.idIn", { source })}>
              <span className={classes.still}>{value}</span>
            </FieldRow>
          ))}
          <FieldRow label={t("field.createdAt")}>
            <span className={classes.still}>{format.dateTime(details.createdAt)}</span>
          </FieldRow>
          <FieldRow label={t("field.updatedAt")}>
            <span className={classes.still}>{format.dateTime(details.updatedAt)}</span>
          </FieldRow>
        </FieldList>
        <FieldList>
          <FieldRow label={t("field.notes")} past={<FieldPast customer={customer} field="notes" />}>
            <InlineEdit
              label={t("field.notes")}
              value={customer.notes ?? ""}
              multiline
              readOnly={readOnly}
              onSave={(typed) => edit({ notes: typed || null })}
            />
          </FieldRow>
        </FieldList>
        <div className={classes.ids}>
          <ExternalIds id={details.id} readOnly={readOnly} />
        </div>
      </FieldGroup>
      <Addresses customer={details} onSaveMain={(address) => edit({ address })} />
    </>
  );
}

function StatusRow({ editing: { customer, edit, readOnly } }: { editing: CustomerEditing }) {
  const t = useT();
  const { status } = customer;
  return (
    <FieldRow label={t("field.status")} past={<FieldPast customer={customer} field="status" />}>
      <InlineSelect
        label={t("field.status")}
        value={status}
        shown={t(`customers.status.${status}`)}
        options={CUSTOMER_STATUSES.filter((one) => one !== "ARCHIVED").map((one) => ({
          value: one,
          label: t(`customers.status.${one}`),
        }))}
        readOnly={readOnly || status === "ARCHIVED"}
        onSave={(next) => {
          const chosen = CUSTOMER_STATUSES.find((one) => one === next) ?? status;
          return edit({ status: chosen }, { status: chosen });
        }}
      >
        <StatusBadge status={status} />
      </InlineSelect>
    </FieldRow>
  );
}

function BillingRows({
  editing: { customer, edit, billingReadOnly },
}: {
  editing: CustomerEditing;
}) {
  const t = useT();
  const { currency, paymentTermDays } = customer;
  return (
    <>
      <FieldRow
        label={t("field.currency")}
        past={<FieldPast customer={customer} field="currency" />}
      >
        <InlineSelect
          label={t("field.currency")}
          value={currency ?? ""}
          shown={currency ?? ""}
          options={currencies}
          clearable
          readOnly={billingReadOnly}
          onSave={(next) => edit({ currency: next || null })}
        />
      </FieldRow>
      <FieldRow
        label={t("field.paymentTermDays")}
        past={<FieldPast customer={customer} field="paymentTermDays" />}
      >
        <InlineEdit
          label={t("field.paymentTermDays")}
          value={paymentTermDays === null ? "" : String(paymentTermDays)}
          readOnly={billingReadOnly}
          shown={
            paymentTermDays === null ? undefined : t("customers.days", { count: paymentTermDays })
          }
          check={(typed) =>
            /^\d*$/.test(typed) && Number(typed) <= longestTerm
              ? undefined
              : t("profile.termInvalid")
          }
          onSave={(typed) => edit({ paymentTermDays: typed ? Number(typed) : null })}
        />
      </FieldRow>
    </>
  );
}
