import { COUNTRIES, countryName } from "@clientela/shared/values/countries";
import { Collapse, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useEffect, useId, useMemo, useState } from "react";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useT } from "../../../i18n/useT.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../../ui/forms/FormDrawer.js";
import type { CustomerRow } from "../list/customerRows.js";
import classes from "./CreateDrawer.module.css";
import { FurtherFields } from "./FurtherFields.js";
import { LikelyDuplicates } from "./LikelyDuplicates.js";
import { NewAddress } from "./NewAddress.js";
import { emptyCustomer, furtherFields } from "./newCustomer.js";
import { TaxIdField } from "./TaxIdField.js";
import { useCreateCustomer } from "./useCreateCustomer.js";
import { useLikelyDuplicates } from "./useLikelyDuplicates.js";

interface CreateDrawerProps {
  onClose: () => void;
  onCreated: (row: CustomerRow) => void;
  /** An archived customer that seemed to be the same was restored. */
  onRestored: () => void;
}

/** The form of a new customer, over the list. Closing it keeps what was typed. */
export default function CreateDrawer({ onClose, onCreated, onRestored }: CreateDrawerProps) {
  const t = useT();
  const language = currentLanguage();
  const furtherId = useId();
  const state = useCreateCustomer(onCreated);
  const { form, existing, submit } = state;
  const { values, errors } = form;
  const [further, setFurther] = useState(() => {
    const empty = emptyCustomer(values.country);
    return furtherFields.some((name) => String(values[name] ?? "") !== String(empty[name] ?? ""));
  });
  const duplicates = useLikelyDuplicates(values);
  const countries = useMemo(
    () =>
      COUNTRIES.map((value) => ({ value, label: countryName(value, language) })).sort((a, b) =>
        a.label.localeCompare(b.label, language),
      ),
    [language],
  );
  const hidden = !further && furtherFields.some((name) => errors[name]);
  useEffect(() => {
    if (hidden) setFurther(true);
  }, [hidden]);

  function submitOrPoint() {
    submit();
    // The first field that cannot be saved takes the focus, once the errors are on screen.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>("form [aria-invalid='true']")?.focus(),
    );
  }

  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t("customers.add")}
      onClose={onClose}
      form={{ ...state, submit: submitOrPoint }}
      submitLabel={t("ui.create")}
    >
      <div>
        <TextField
          label={t("field.legalName")}
          data-autofocus
          autoComplete="off"
          {...field("legalName")}
        />
        <LikelyDuplicates found={duplicates} onRestored={onRestored} />
      </div>
      <FieldPair>
        <SelectField label={t("field.country")} data={countries} {...field("country")} />
        <TaxIdField form={form} existing={existing} />
      </FieldPair>
      <NewAddress form={form} />
      <UnstyledButton
        className={classes.more}
        aria-expanded={further}
        aria-controls={furtherId}
        onClick={() => setFurther(!further)}
      >
        <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
        {t("newCustomer.more")}
      </UnstyledButton>
      <Collapse expanded={further} id={furtherId} transitionDuration={80}>
        {/* Not before it is opened: each key that is typed above draws all fields anew. */}
        <div className={classes.further}>
          {further && <FurtherFields form={form} existing={existing} />}
        </div>
      </Collapse>
    </FormDrawer>
  );
}
