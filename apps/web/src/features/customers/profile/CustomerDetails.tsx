import { useApolloClient } from "@apollo/client/react";
import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { CURRENCIES } from "@clientela/shared/values/currencies";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { usePhoneFormat } from "../../../i18n/usePhoneFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ExternalIds } from "../../../records/ExternalIds.js";
import { personName } from "../../../session/usePeople.js";
import { useMay } from "../../../session/viewer.js";
import { FieldGroup, FieldList, FieldRow } from "../../../ui/inline/FieldRow.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import { InlineSelect } from "../../../ui/inline/InlineSelect.js";
import { InlineTags } from "../../../ui/inline/InlineTags.js";
import { Addresses } from "../addresses/Addresses.js";
import { StatusBadge } from "../StatusBadge.js";
import classes from "./CustomerDetails.module.css";
import { CustomerPoints } from "./CustomerPoints.js";
import { editsFragment, useEditCustomer } from "./customerEdits.js";
import { FieldPast } from "./FieldPast.js";
import { OwnerEdit } from "./OwnerEdit.js";
import { TaxIdEdit } from "./TaxIdEdit.js";

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
  const formatPhone = usePhoneFormat();
  const format = useFormat();
  const client = useApolloClient();
  const details = readFragment(fragment, props.customer);
  const customer = readFragment(editsFragment, details);
  const edit = useEditCustomer(customer);
  const readOnly = !useMay("customers:write");
  const billingReadOnly = !useMay("customers:billing");
  const { status, paymentTermDays, currency, owner, tags } = customer;
  const { externalIds } = details;

  const text = (field: "legalName" | "tradeName" | "email" | "website", shown?: string) => (
    <FieldRow label={t(`field.${field}`)} past={<FieldPast customer={customer} field={field} />}>
      <InlineEdit
        label={t(`field.${field}`)}
        value={customer[field] ?? ""}
        readOnly={field === "legalName" ? billingReadOnly : readOnly}
        check={(typed) =>
          field === "legalName" && !typed ? t("profile.legalNameMissing") : undefined
        }
        onSave={(typed) => edit({ [field]: typed || null })}
      >
        {shown}
      </InlineEdit>
      {field === "email" && <CustomerPoints customer={customer} kind="email" />}
    </FieldRow>
  );

  return (
    <>
      <FieldGroup title={t("profile.data")}>
        <FieldList wide>
          {text("legalName")}
          {text("tradeName")}
          <FieldRow label={t("field.taxId")}>
            <TaxIdEdit
              customer={customer}
              readOnly={billingReadOnly}
              onSave={(taxId) => edit({ taxId })}
            />
          </FieldRow>
          {(customer.taxId || customer.secondTaxId) && (
            <FieldRow label={t("profile.secondTaxId")}>
              <TaxIdEdit
                second
                customer={customer}
                readOnly={billingReadOnly}
                onSave={(secondTaxId) => edit({ secondTaxId })}
              />
            </FieldRow>
          )}
          <FieldRow
            label={t("field.status")}
            past={<FieldPast customer={customer} field="status" />}
          >
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
          {text("email")}
          <FieldRow label={t("field.phone")} past={<FieldPast customer={customer} field="phone" />}>
            <InlineEdit
              label={t("field.phone")}
              value={customer.phone ?? ""}
              shown={formatPhone(customer.phone ?? "")}
              readOnly={readOnly}
              onSave={(typed) => edit({ phone: typed || null })}
            />
            <CustomerPoints customer={customer} kind="phone" />
          </FieldRow>
          {text("website")}
          <FieldRow
            label={t("field.ownerId")}
            past={<FieldPast customer={customer} field="ownerId" />}
          >
            <OwnerEdit
              owner={owner}
              readOnly={readOnly}
              onSave={(id) => edit({ ownerId: id }, { ownerId: id, owner: ownerOf(id) })}
            />
          </FieldRow>
          <FieldRow label={t("field.tags")} past={<FieldPast customer={customer} field="tags" />}>
            <InlineTags
              label={t("field.tags")}
              value={tags}
              readOnly={readOnly}
              onSave={(next) => edit({ tags: next }, { tags: next })}
            />
          </FieldRow>
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
                paymentTermDays === null
                  ? undefined
                  : t("customers.days", { count: paymentTermDays })
              }
              check={(typed) =>
                /^\d*$/.test(typed) && Number(typed) <= longestTerm
                  ? undefined
                  : t("profile.termInvalid")
              }
              onSave={(typed) => edit({ paymentTermDays: typed ? Number(typed) : null })}
            />
          </FieldRow>
          <FieldRow label={t("field.number")}>
            <span className={classes.still}>{details.number}</span>
          </FieldRow>
          {externalIds.map(({ source, value }) => (
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

  function ownerOf(id: string | null) {
    const name = personName(client, id);
    return id && name ? { __typename: "User" as const, id, name } : null;
  }
}
