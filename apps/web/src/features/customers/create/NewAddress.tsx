import { hasLocation } from "@clientela/shared/customers/customerFields";
import { Input } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type FocusEvent, useId } from "react";
import { useT } from "../../../i18n/useT.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FieldPair } from "../../../ui/forms/FormDrawer.js";
import { useAfterPress } from "../../../ui/forms/useAfterPress.js";
import classes from "./CreateDrawer.module.css";
import type { NewCustomer } from "./newCustomer.js";

/** The address of a new customer: a street, a city or a postal code is needed, all else may stay empty. */
export function NewAddress({ form }: { form: UseFormReturnType<NewCustomer> }) {
  const t = useT();
  const hintId = useId();
  const afterPress = useAfterPress();
  const { values, errors } = form;
  const missing = !hasLocation(values) && errors.address;
  const field = form.getInputProps;

  // Any one of these three fields is enough.
  const location = (name: "street" | "city" | "postalCode") => {
    const { error, ...rest } = field(name);
    return { ...rest, error: error ?? Boolean(missing) };
  };

  function checkWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLFieldSetElement>) {
    if (currentTarget.contains(relatedTarget)) return;
    afterPress(() => form.validateField("address"));
  }

  return (
    <fieldset className={classes.group} aria-describedby={hintId} onBlur={checkWhenLeft}>
      <legend className={classes.legend}>{t("field.address")}</legend>
      {missing ? (
        <Input.Error id={hintId}>{missing}</Input.Error>
      ) : (
        <Input.Description id={hintId}>{t("newCustomer.addressHint")}</Input.Description>
      )}
      <div className={classes.streetPair}>
        <TextField label={t("field.street")} autoComplete="off" {...location("street")} />
        <TextField
          label={t("field.streetNumber")}
          optional
          autoComplete="off"
          {...field("number")}
        />
      </div>
      <FieldPair>
        <TextField
          label={t("field.complement")}
          optional
          autoComplete="off"
          {...field("complement")}
        />
        <TextField label={t("field.district")} optional autoComplete="off" {...field("district")} />
      </FieldPair>
      <div className={classes.cityRow}>
        <TextField label={t("field.postalCode")} autoComplete="off" {...location("postalCode")} />
        <TextField label={t("field.city")} autoComplete="off" {...location("city")} />
        <TextField label={t("field.region")} optional autoComplete="off" {...field("region")} />
      </div>
    </fieldset>
  );
}
