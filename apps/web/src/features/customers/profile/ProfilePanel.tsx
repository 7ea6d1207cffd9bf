import { useApolloClient } from "@apollo/client/react";
import { taxIdFormOf } from "@clientela/shared/customers/taxIdForms";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconExternalLink, IconMail, IconMap2, IconPhone } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { usePhoneFormat } from "../../../i18n/usePhoneFormat.js";
import { useT } from "../../../i18n/useT.js";
import { personName } from "../../../session/usePeople.js";
import { useMay } from "../../../session/viewer.js";
import { CopyButton } from "../../../ui/feedback/CopyButton.js";
import { FieldGroup, FieldList, FieldRow } from "../../../ui/inline/FieldRow.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import { InlineTags } from "../../../ui/inline/InlineTags.js";
import { telOf } from "../../../ui/values/PhoneLink.js";
import { addressText } from "../addressText.js";
import { AddressEdit } from "./AddressEdit.js";
import { CustomerPoints } from "./CustomerPoints.js";
import { editsFragment, useEditCustomer } from "./customerEdits.js";
import { FieldPast } from "./FieldPast.js";
import { OwnerEdit } from "./OwnerEdit.js";
import classes from "./ProfilePanel.module.css";
import { TaxIdEdit } from "./TaxIdEdit.js";

interface ProfilePanelProps {
  customer: FragmentType<typeof editsFragment>;
  /** The people at the customer, which another noun draws. */
  people?: ReactNode;
}

/** Legal and contact data at the right of every tab, edited in place. */
export function ProfilePanel(props: ProfilePanelProps) {
  const t = useT();
  const formatPhone = usePhoneFormat();
  const client = useApolloClient();
  const customer = readFragment(editsFragment, props.customer);
  const edit = useEditCustomer(customer);
  const readOnly = !useMay("customers:write");
  // Finance writes what a bill is written by, and nothing else.
  const billingReadOnly = !useMay("customers:billing");
  const { legalName, tradeName, taxId, email, phone, website, address, owner, tags } = customer;
  const taxIdLabel = taxId ? taxIdFormOf(taxId.country, taxId.value)?.label : undefined;

  return (
    <div className={classes.panel}>
      <FieldGroup title={t("profile.legal")}>
        <FieldList>
          <FieldRow
            label={t("field.legalName")}
            past={<FieldPast customer={customer} field="legalName" />}
          >
            <InlineEdit
              label={t("field.legalName")}
              value={legalName}
              readOnly={billingReadOnly}
              check={(text) => (text ? undefined : t("profile.legalNameMissing"))}
              onSave={(text) => edit({ legalName: text })}
            />
          </FieldRow>
          <FieldRow
            label={t("field.tradeName")}
            past={<FieldPast customer={customer} field="tradeName" />}
          >
            <InlineEdit
              label={t("field.tradeName")}
              value={tradeName ?? ""}
              readOnly={readOnly}
              onSave={(text) => edit({ tradeName: text || null })}
            />
          </FieldRow>
          <FieldRow
            label={taxIdLabel ?? t("field.taxId")}
            action={
              taxId && (
                <CopyButton value={taxId.formatted} label={t("profile.copyTaxId")} size={28} />
              )
            }
          >
            <TaxIdEdit
              customer={customer}
              readOnly={billingReadOnly}
              onSave={(value) => edit({ taxId: value })}
            />
          </FieldRow>
          {customer.secondTaxId && (
            <FieldRow
              label={t("profile.secondTaxId")}
              action={
                <CopyButton
                  value={customer.secondTaxId.formatted}
                  label={t("profile.copyTaxId")}
                  size={28}
                />
              }
            >
              <TaxIdEdit
                second
                customer={customer}
                readOnly={billingReadOnly}
                onSave={(value) => edit({ secondTaxId: value })}
              />
            </FieldRow>
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
      <FieldGroup title={t("profile.contact")}>
        <FieldList>
          <FieldRow
            label={t("field.email")}
            past={<FieldPast customer={customer} field="email" />}
            action={
              email && (
                <LinkIcon label={t("profile.writeTo", { email })} href={`mailto:${email}`}>
                  <IconMail size={15} />
                </LinkIcon>
              )
            }
          >
            <InlineEdit
              label={t("field.email")}
              value={email ?? ""}
              readOnly={readOnly}
              onSave={(text) => edit({ email: text || null })}
            />
            <CustomerPoints customer={customer} kind="email" />
          </FieldRow>
          <FieldRow
            label={t("field.phone")}
            past={<FieldPast customer={customer} field="phone" />}
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
          >
            <InlineEdit
              label={t("field.phone")}
              value={phone ?? ""}
              shown={formatPhone(phone ?? "")}
              readOnly={readOnly}
              onSave={(text) => edit({ phone: text || null })}
            />
            <CustomerPoints customer={customer} kind="phone" />
          </FieldRow>
          <FieldRow
            label={t("field.website")}
            past={<FieldPast customer={customer} field="website" />}
            action={
              website && (
                <LinkIcon label={t("profile.openWebsite")} href={website} outside>
                  <IconExternalLink size={15} />
                </LinkIcon>
              )
            }
          >
            <InlineEdit
              label={t("field.website")}
              value={website ?? ""}
              readOnly={readOnly}
              onSave={(text) => edit({ website: text || null })}
            >
              {website?.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
            </InlineEdit>
          </FieldRow>
        </FieldList>
      </FieldGroup>
      {props.people}
      <FieldGroup title={t("profile.relation")}>
        <FieldList>
          <FieldRow
            label={t("field.ownerId")}
            past={<FieldPast customer={customer} field="ownerId" />}
          >
            <OwnerEdit
              owner={owner ?? null}
              readOnly={readOnly}
              onSave={(id) => {
                const name = personName(client, id);
                return edit(
                  { ownerId: id },
                  { ownerId: id, owner: id && name ? { __typename: "User", id, name } : null },
                );
              }}
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
        </FieldList>
      </FieldGroup>
    </div>
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
