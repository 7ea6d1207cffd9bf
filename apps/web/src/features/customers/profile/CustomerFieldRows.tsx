import { useApolloClient } from "@apollo/client/react";
import type { ReactNode } from "react";
import { usePhoneFormat } from "../../../i18n/usePhoneFormat.js";
import { useT } from "../../../i18n/useT.js";
import { personName } from "../../../session/usePeople.js";
import { FieldRow } from "../../../ui/inline/FieldRow.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import { InlineTags } from "../../../ui/inline/InlineTags.js";
import { CustomerPoints } from "./CustomerPoints.js";
import { FieldPast } from "./FieldPast.js";
import { OwnerEdit } from "./OwnerEdit.js";
import { TaxIdEdit } from "./TaxIdEdit.js";
import type { CustomerEditing } from "./useCustomerEditing.js";

interface RowProps {
  editing: CustomerEditing;
}

interface TextRowProps extends RowProps {
  field: "legalName" | "tradeName" | "email" | "phone" | "website";
  /** At the end of the row: what can be done with the value. */
  action?: ReactNode;
  /** Draws the value at rest, where that is not its text. */
  children?: ReactNode;
}

/** A field of one line; under an e-mail address and a phone stand the further ones. */
export function TextRow({ editing, field, action, children }: TextRowProps) {
  const { customer, edit, readOnly, billingReadOnly } = editing;
  const t = useT();
  const formatPhone = usePhoneFormat();
  const value = customer[field] ?? "";
  const isName = field === "legalName";
  return (
    <FieldRow
      label={t(`field.${field}`)}
      past={<FieldPast customer={customer} field={field} />}
      action={action}
    >
      <InlineEdit
        label={t(`field.${field}`)}
        value={value}
        shown={field === "phone" ? formatPhone(value) : undefined}
        readOnly={isName ? billingReadOnly : readOnly}
        check={(text) => (isName && !text ? t("profile.legalNameMissing") : undefined)}
        onSave={(text) => edit({ [field]: text || null })}
      >
        {children}
      </InlineEdit>
      {(field === "email" || field === "phone") && (
        <CustomerPoints customer={customer} kind={field} />
      )}
    </FieldRow>
  );
}

interface TaxIdRowProps extends RowProps {
  label: string;
  /** The second tax ID rather than the first. */
  second?: boolean;
  action?: ReactNode;
}

/** A tax ID. */
export function TaxIdRow({ editing, label, second = false, action }: TaxIdRowProps) {
  const { customer, edit, billingReadOnly } = editing;
  return (
    <FieldRow label={label} action={action}>
      <TaxIdEdit
        second={second}
        customer={customer}
        readOnly={billingReadOnly}
        onSave={(value) => edit(second ? { secondTaxId: value } : { taxId: value })}
      />
    </FieldRow>
  );
}

/** Who looks after the customer. */
export function OwnerRow({ editing: { customer, edit, readOnly } }: RowProps) {
  const t = useT();
  const client = useApolloClient();
  return (
    <FieldRow label={t("field.ownerId")} past={<FieldPast customer={customer} field="ownerId" />}>
      <OwnerEdit
        owner={customer.owner ?? null}
        readOnly={readOnly}
        onSave={(id) => {
          const name = personName(client, id);
          const owner = id && name ? { __typename: "User" as const, id, name } : null;
          return edit({ ownerId: id }, { ownerId: id, owner });
        }}
      />
    </FieldRow>
  );
}

/** The customer's tags. */
export function TagsRow({ editing: { customer, edit, readOnly } }: RowProps) {
  const t = useT();
  return (
    <FieldRow label={t("field.tags")} past={<FieldPast customer={customer} field="tags" />}>
      <InlineTags
        label={t("field.tags")}
        value={customer.tags}
        readOnly={readOnly}
        onSave={(next) => edit({ tags: next }, { tags: next })}
      />
    </FieldRow>
  );
}
