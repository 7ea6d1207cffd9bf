import { taxIdForms, taxIdPlaceholder, typedTaxId } from "@clientela/shared/customers/taxIdForms";
import { useT } from "../../../i18n/useT.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import type { CustomerValues, EditableCustomer } from "./customerEdits.js";

interface TaxIdEditProps {
  customer: EditableCustomer;
  /** The one of another kind. */
  second?: boolean;
  readOnly: boolean;
  onSave: (taxId: CustomerValues["taxId"]) => Promise<unknown>;
}

/** A tax ID, in any notation of its country; one of another country has the letters of that before it. */
export function TaxIdEdit({ customer, second = false, readOnly, onSave }: TaxIdEditProps) {
  const t = useT();
  const { taxId, secondTaxId, address } = customer;
  const shown = second ? secondTaxId : taxId;
  const country = shown?.country ?? taxId?.country ?? address?.country ?? "BR";
  const usual = taxIdForms(country).find(({ kind }) => !second || kind !== taxId?.kind);
  return (
    <InlineEdit
      label={t(second ? "profile.secondTaxId" : "field.taxId")}
      value={shown?.formatted ?? ""}
      placeholder={usual ? `${usual.label} ${taxIdPlaceholder(usual)}` : undefined}
      readOnly={readOnly}
      onSave={(text) => onSave(text ? typedTaxId(country, text) : null)}
    />
  );
}
