import { taxIdForms, taxIdPlaceholder } from "@clientela/shared/customers/taxIdForms";
import { useT } from "../../../i18n/useT.js";
import { InlineEdit } from "../../../ui/inline/InlineEdit.js";
import type { CustomerValues, EditableCustomer } from "./customerEdits.js";

interface TaxIdEditProps {
  customer: EditableCustomer;
  readOnly: boolean;
  onSave: (taxId: CustomerValues["taxId"]) => Promise<unknown>;
}

/** The tax ID, in any notation of its country; the country is the address's until one is known. */
export function TaxIdEdit({ customer: { taxId, address }, readOnly, onSave }: TaxIdEditProps) {
  const t = useT();
  const country = taxId?.country ?? address?.country ?? "BR";
  const forms = taxIdForms(country);
  const [usual] = forms;
  return (
    <InlineEdit
      label={t("field.taxId")}
      value={taxId?.formatted ?? ""}
      placeholder={usual ? `${usual.label} ${taxIdPlaceholder(usual)}` : undefined}
      readOnly={readOnly}
      onSave={(text) => onSave(text ? { country, value: text } : null)}
    />
  );
}
