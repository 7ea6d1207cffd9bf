import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useParentChoices } from "../useParentChoices.js";
import type { NewCustomerForm } from "./useCreateCustomer.js";

/** The company that a new customer belongs to, found by typing; its name is kept with what was typed. */
export function ParentField({ form }: Pick<NewCustomerForm, "form">) {
  const t = useT();
  const { parent } = form.values;
  const chosen = parent ? { value: parent.id, label: parent.name } : undefined;
  const { options, look } = useParentChoices(chosen);
  const { error } = form.getInputProps("parent");
  return (
    <SelectField
      label={t("field.parentId")}
      optional
      error={error}
      data={options}
      filter={({ options: found }) => found}
      selectFirstOptionOnChange={false}
      value={parent?.id ?? null}
      onDropdownOpen={() => look("")}
      onSearchChange={look}
      onChange={(id) => {
        const option = options.find(({ value }) => value === id);
        form.setFieldValue("parent", option ? { id: option.value, name: option.label } : null);
      }}
    />
  );
}
