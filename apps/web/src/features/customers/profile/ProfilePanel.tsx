import { taxIdFormOf } from "@clientela/shared/customers/taxIdForms";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconExternalLink, IconMail, IconMap2, IconPhone } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { usePhoneFormat } from "../../../i18n/usePhoneFormat.js";
import { useT } from "../../../i18n/useT.js";
import { CopyButton } from "../../../ui/feedback/CopyButton.js";
import { FieldGroup, FieldList, FieldRow } from "../../../ui/inline/FieldRow.js";
import { telOf } from "../../../ui/values/PhoneLink.js";
import { AddressEdit } from "../addresses/AddressEdit.js";
import { addressText } from "../addressText.js";
import { OwnerRow, TagsRow, TaxIdRow, TextRow } from "./CustomerFieldRows.js";
import { editsFragment } from "./customerEdits.js";
import classes from "./ProfilePanel.module.css";
import { type CustomerEditing, useCustomerEditing } from "./useCustomerEditing.js";

interface ProfilePanelProps {
  customer: FragmentType<typeof editsFragment>;
  /** The people at the customer, which another noun draws. */
  people?: ReactNode;
}

/** Legal and contact data at the right of every tab, edited in place. */
export function ProfilePanel({ customer, people }: ProfilePanelProps) {
  const t = useT();
  const editing = useCustomerEditing(readFragment(editsFragment, customer));
  return (
    <div className={classes.panel}>
      <LegalData editing={editing} />
      <ContactData editing={editing} />
      {people}
      <FieldGroup title={t("profile.relation")}>
        <FieldList>
          <OwnerRow editing={editing} />
          <TagsRow editing={editing} />
        </FieldList>
      </FieldGroup>
    </div>
  );
}

function LegalData({ editing }: { editing: CustomerEditing }) {
  const { customer, edit, billingReadOnly } = editing;
  const { taxId, secondTaxId, address } = customer;
  const t = useT();
  const taxIdLabel = taxId ? taxIdFormOf(taxId.country, taxId.value)?.label : undefined;
  const copy = (value: string) => (
    <CopyButton value={value} label={t("profile.copyTaxId")} size={28} />
  );
  return (
    <FieldGroup title={t("profile.legal")}>
      <FieldList>
        <TextRow editing={editing} field="legalName" />
        <TextRow editing={editing} field="tradeName" />
        <TaxIdRow
          editing={editing}
          label={taxIdLabel ?? t("field.taxId")}
          action={taxId && copy(taxId.formatted)}
        />
        {secondTaxId && (
          <TaxIdRow
            second
            editing={editing}
            label={t("profile.secondTaxId")}
            action={copy(secondTaxId.formatted)}
          />
        )}
        <FieldRow
          label={t("field.address")}
          action={
            address && (
              <LinkIcon
                label={t("profile.showMap")}
                href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(addressText(address))}`}
                outside
              >
                <IconMap2 size={15} />
              </LinkIcon>
            )
          }
        >
          <AddressEdit
            label={t("field.address")}
            address={address ?? null}
            readOnly={billingReadOnly}
            onSave={(value) => edit({ address: value })}
          />
        </FieldRow>
      </FieldList>
    </FieldGroup>
  );
}

function ContactData({ editing }: { editing: CustomerEditing }) {
  const { email, phone, website } = editing.customer;
  const t = useT();
  const formatPhone = usePhoneFormat();
  return (
    <FieldGroup title={t("profile.contact")}>
      <FieldList>
        <TextRow
          editing={editing}
          field="email"
          action={
            email && (
              <LinkIcon label={t("profile.writeTo", { email })} href={`mailto:${email}`}>
                <IconMail size={15} />
              </LinkIcon>
            )
          }
        />
        <TextRow
          editing={editing}
          field="phone"
          action={
            phone && (
              <LinkIcon
                label={t("profile.call", { phone: formatPhone(phone) })}
                href={telOf(phone)}
              >
                <IconPhone size={15} />
              </LinkIcon>
            )
          }
        />
        <TextRow
          editing={editing}
          field="website"
          action={
            website && (
              <LinkIcon label={t("profile.openWebsite")} href={website} outside>
                <IconExternalLink size={15} />
              </LinkIcon>
            )
          }
        >
          {website?.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
        </TextRow>
      </FieldList>
    </FieldGroup>
  );
}

interface LinkIconProps {
  label: string;
  href: string;
  /** Leads out of the app, into a tab of its own. */
  outside?: boolean;
  children: ReactNode;
}

function LinkIcon({ label, href, outside, children }: LinkIconProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        component="a"
        href={href}
        size={28}
        aria-label={label}
        {...(outside ? { target: "_blank", rel: "noreferrer" } : {})}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
