import { useLazyQuery } from "@apollo/client/react";
import {
  formatTaxId,
  normaliseTaxId,
  taxIdFormOf,
  taxIdForms,
  taxIdPlaceholder,
} from "@clientela/shared/customers/taxIdForms";
import type { UseFormReturnType } from "@mantine/form";
import { Link } from "react-router";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { type ApiError, apiErrorOf, sayIssue } from "../../../ui/feedback/apiError.js";
import { TextField } from "../../../ui/fields/TextField.js";
import classes from "./CreateDrawer.module.css";
import type { NewCustomer } from "./newCustomer.js";

const query = graphql(`
  query TaxIdField($taxId: TaxIdInput!) {
    customerBy(key: { taxId: $taxId }) {
      id
      number
      legalName
    }
  }
`);

interface TaxIdFieldProps {
  form: UseFormReturnType<NewCustomer>;
  /** The customer that has it, if the creation was refused. */
  existing: ApiError["existing"];
}

/**
 * The tax ID with the name and mask of its country. Once it is whole it is written as its country
 * does, and looked up, so that a number in use is told before the rest is typed.
 */
export function TaxIdField({ form, existing: refused }: TaxIdFieldProps) {
  const t = useT();
  const [lookUp, { data, variables }] = useLazyQuery(query, { fetchPolicy: "network-only" });
  const { country, taxId } = form.values;
  const forms = taxIdForms(country);
  const [usual] = forms;
  const label = [...new Set(forms.map((one) => one.label))].slice(0, 2).join(" / ");
  const { onBlur, ...input } = form.getInputProps("taxId");
  const value = normaliseTaxId(country, taxId);
  const requested = variables?.taxId;
  const looked =
    requested?.value === value && requested.country === country ? data?.customerBy : null;
  const existing = looked ?? refused;

  async function check() {
    if (value === "" || (forms.length > 0 && !taxIdFormOf(country, value))) return;
    form.setFieldValue("taxId", formatTaxId(country, value));
    try {
      await lookUp({ variables: { taxId: { country, value } } });
    } catch (thrown) {
      const issue = apiErrorOf(thrown)?.issues[0];
      if (issue) form.setFieldError("taxId", sayIssue(issue));
    }
  }

  return (
    <div>
      <TextField
        label={label || t("field.taxId")}
        optional
        autoComplete="off"
        spellCheck={false}
        placeholder={usual ? taxIdPlaceholder(usual) : undefined}
        {...input}
        error={existing ? t("newCustomer.taxIdTaken") : input.error}
        onBlur={(event) => {
          onBlur?.(event);
          void check();
        }}
      />
      {existing && (
        <p className={classes.existing} role="alert">
          <Link to={paths.customer(existing.id)}>{existing.legalName}</Link> · {existing.number}
        </p>
      )}
    </div>
  );
}
