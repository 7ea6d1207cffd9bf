import { COUNTRIES, countryName } from "@clientela/shared/values/countries";
import { useMemo } from "react";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { TextField } from "../../../ui/fields/TextField.js";
import classes from "./AddressFields.module.css";
import type { AddressValues } from "./addressValues.js";

interface AddressFieldsProps {
  value: AddressValues;
  onChange: (value: AddressValues) => void;
  autoFocus?: boolean;
}

/** The parts of an address as fields of a form. */
export function AddressFields({ value, onChange, autoFocus }: AddressFieldsProps) {
  const t = useT();
  const language = currentLanguage();
  const countries = useMemo(
    () =>
      COUNTRIES.map((code) => ({ value: code, label: countryName(code, language) })).sort((a, b) =>
        a.label.localeCompare(b.label, language),
      ),
    [language],
  );

  const text = (field: Exclude<keyof AddressValues, "country">) => ({
    label: t(`field.${field === "number" ? "streetNumber" : field}`),
    size: "xs" as const,
    value: value[field] ?? "",
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [field]: event.currentTarget.value || null }),
  });

  return (
    <div className={classes.fields}>
      <div className={classes.wide}>
        <TextField {...text("street")} autoFocus={autoFocus} />
      </div>
      <TextField {...text("number")} />
      <TextField {...text("complement")} />
      <TextField {...text("district")} />
      <TextField {...text("postalCode")} />
      <TextField {...text("city")} />
      <TextField {...text("region")} />
      <div className={classes.wide}>
        <SelectField
          label={t("field.country")}
          size="xs"
          data={countries}
          value={value.country}
          onChange={(country) => country && onChange({ ...value, country })}
        />
      </div>
    </div>
  );
}
