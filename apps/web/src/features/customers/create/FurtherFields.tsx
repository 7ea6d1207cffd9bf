import { CURRENCIES } from "@clientela/shared/values/currencies";
import { TagsInput } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { choicesOf } from "../../../records/choices/choicesOf.js";
import { usePeople } from "../../../session/usePeople.js";
import { FieldLabel } from "../../../ui/fields/FieldLabel.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { TextAreaField } from "../../../ui/fields/TextAreaField.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FieldPair } from "../../../ui/forms/FormDrawer.js";
import { ParentField } from "./ParentField.js";
import { TaxIdField } from "./TaxIdField.js";
import type { NewCustomerForm } from "./useCreateCustomer.js";

const statuses = ["ACTIVE", "LEAD", "INACTIVE"] as const;

/** What a new customer may have next to its name and address. */
export function FurtherFields({ form, existing }: Pick<NewCustomerForm, "form" | "existing">) {
  const t = useT();
  const people = usePeople();
  const field = form.getInputProps;
  return (
    <>
      <FieldPair>
        <TextField label={t("field.tradeName")} optional {...field("tradeName")} />
        <TaxIdField form={form} name="secondTaxId" existing={existing} />
      </FieldPair>
      <FieldPair>
        <TextField
          label={t("field.email")}
          optional
          type="email"
          autoComplete="off"
          {...field("email")}
        />
        <TextField
          label={t("field.phone")}
          optional
          type="tel"
          autoComplete="off"
          {...field("phone")}
        />
      </FieldPair>
      <TextField label={t("field.website")} optional inputMode="url" {...field("website")} />
      <FieldPair>
        <SelectField
          label={t("field.status")}
          searchable={false}
          data={statuses.map((value) => ({ value, label: t(`customers.status.${value}`) }))}
          {...field("status")}
        />
        <SelectField
          label={t("field.ownerId")}
          optional
          data={choicesOf(people)}
          {...field("ownerId")}
        />
      </FieldPair>
      <ParentField form={form} />
      <TagsInput
        label={<FieldLabel label={t("field.tags")} optional />}
        description={t("newCustomer.tagsHint")}
        comboboxProps={{ shadow: "none" }}
        {...field("tags")}
      />
      <FieldPair>
        <SelectField
          label={t("field.currency")}
          optional
          data={[...CURRENCIES]}
          {...field("currency")}
        />
        <TextField
          label={t("newCustomer.paymentTermDays")}
          optional
          inputMode="numeric"
          {...field("paymentTermDays")}
        />
      </FieldPair>
      <TextField
        label={t("field.creditLimit")}
        optional
        inputMode="decimal"
        {...field("creditLimit")}
      />
      <TextAreaField label={t("field.notes")} optional {...field("notes")} />
    </>
  );
}
