import { useLazyQuery } from "@apollo/client/react";
import {
  formatTaxId,
  taxIdFormOf,
  taxIdForms,
  taxIdPlaceholder,
  typedTaxId,
} from "@clientela/shared/customers/taxIdForms";
import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useEffectEvent } from "react";
import { Link } from "react-router";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { type ApiError, apiErrorOf, sayIssue } from "../../../ui/feedback/apiError.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { useAfterPress } from "../../../ui/forms/useAfterPress.js";
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
  /** Which of the two; the second is of another kind than the first. */
  name?: "taxId" | "secondTaxId";
  /** The customer that has one of the two, if the creation was refused. */
  existing: ApiError["existing"];
}

/**
 * The tax ID with the name and mask of its country. Once it is whole it is written as its country
 * does, and looked up, so that a number in use is reported before the rest is typed.
 */
export function TaxIdField({ form, name = "taxId", existing: refused }: TaxIdFieldProps) {
  const t = useT();
  const afterPress = useAfterPress();
  const [lookUp, { data, variables }] = useLazyQuery(query, { fetchPolicy: "network-only" });
  const { taxId, secondTaxId } = form.values;
  const home = form.values.country;
  const [forms, first] = [taxIdForms(home), typedTaxId(home, taxId)];
  const isSecond = name === "secondTaxId";
  const firstForm = taxIdFormOf(first.country, first.value);
  const usual = forms.find((one) => !isSecond || one.kind !== firstForm?.kind);
  const label = [...new Set(forms.map((one) => one.label))].slice(0, 2).join(" / ");
  const { onBlur, ...input } = form.getInputProps(name);
  const { country, value } = typedTaxId(home, form.values[name]);
  const requested = variables?.taxId;
  const looked =
    requested?.value === value && requested.country === country ? data?.customerBy : null;
  const isOnlyOne = (isSecond ? taxId : secondTaxId).trim() === "";
  const existing = looked ?? (isOnlyOne ? refused : null);
  // Of two typed ones, it is found out which the other customer has.
  const lookUpRefused = useEffectEvent(() => void check());
  useEffect(() => {
    if (refused) lookUpRefused();
  }, [refused]);

  async function check() {
    const own = taxIdFormOf(country, value);
    if (value === "" || (taxIdForms(country).length > 0 && !own)) return;
    if (country === home) form.setFieldValue(name, formatTaxId(country, value));
    if (isSecond && own && own === firstForm) {
      form.setFieldError(name, t("newCustomer.sameKind", { kind: own.label }));
      return;
    }
    try {
      await lookUp({ variables: { taxId: { country, value } } });
    } catch (thrown) {
      const issue = apiErrorOf(thrown)?.issues[0];
      if (issue) form.setFieldError(name, sayIssue(issue));
    }
  }

  return (
    <div className={classes.taxId}>
      <TextField
        label={isSecond ? t("newCustomer.secondTaxId") : label || t("field.taxId")}
        description={isSecond && !usual ? t("newCustomer.secondTaxIdHint") : undefined}
        optional
        autoComplete="off"
        spellCheck={false}
        placeholder={usual ? taxIdPlaceholder(usual) : undefined}
        {...input}
        error={existing ? t("newCustomer.taxIdTaken") : input.error}
        onBlur={(event) => {
          onBlur?.(event);
          afterPress(() => void check());
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
