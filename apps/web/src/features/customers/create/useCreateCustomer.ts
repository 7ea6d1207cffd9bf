import { useMutation } from "@apollo/client/react";
import { type FormErrors, type UseFormReturnType, useForm } from "@mantine/form";
import { useEffect, useRef, useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { type ApiError, apiErrorOf, sayIssue } from "../../../ui/feedback/apiError.js";
import { useAfterPress } from "../../../ui/forms/useAfterPress.js";
import { type CustomerRow, customerRow, metricsOf } from "../list/customerRows.js";
import {
  draftedCustomer,
  dropDraftedCustomer,
  emptyCustomer,
  keepCountry,
  keepDraftedCustomer,
  lastCountry,
  type NewCustomer,
} from "./newCustomer.js";
import { checkNewCustomer, fieldOfIssue, toCreateInput } from "./newCustomerRules.js";

const mutation = graphql(`
  mutation CreateCustomer(
    $input: CreateCustomerInput!
    $activity: Boolean!
    $projects: Boolean!
    $tasks: Boolean!
    $orders: Boolean!
    $invoices: Boolean!
    $ageing: Boolean!
  ) {
    createCustomer(input: $input) {
      customer {
        id
        ...CustomerRow_customer
      }
    }
  }
`);

/** The form of a new customer, and how its creation goes. */
export interface NewCustomerForm {
  form: UseFormReturnType<NewCustomer>;
  saving: boolean;
  /** What went wrong and belongs to no field. */
  failure: unknown;
  /** Who has the tax ID already. */
  existing: ApiError["existing"];
  submit: () => void;
  /** Throws away what was typed. */
  reset: () => void;
  /** Whether the form began with what was typed and not created the last time. */
  restored: boolean;
}

/** Holds the form, keeps it as a draft, checks it, and creates the customer. */
export function useCreateCustomer(onCreated: (row: CustomerRow) => void): NewCustomerForm {
  const t = useT();
  const { permissions } = useViewer();
  const afterPress = useAfterPress();
  const [create, { loading }] = useMutation(mutation);
  const [failure, setFailure] = useState<unknown>();
  const [existing, setExisting] = useState<ApiError["existing"]>(null);
  // The same attempt, sent again after a lost response, must not make a second customer.
  const attempt = useRef({ body: "", key: "" });
  const [drafted] = useState(draftedCustomer);
  const [restored, setRestored] = useState(drafted !== null);
  const form = useForm<NewCustomer>({
    mode: "controlled",
    initialValues: drafted ?? emptyCustomer(lastCountry()),
    validateInputOnBlur: true,
    enhanceGetInputProps: ({ inputProps: { onBlur } }) => ({
      onBlur: () => afterPress(() => onBlur?.()),
    }),
    validate: (values): FormErrors =>
      Object.fromEntries(
        Object.entries(checkNewCustomer(values)).map(([field, code]) => [
          field,
          field === "legalName" && code === "required"
            ? t("newCustomer.nameMissing")
            : t(`issue.${code}`),
        ]),
      ),
  });
  const { values } = form;
  useEffect(() => keepDraftedCustomer(values), [values]);

  async function send() {
    setFailure(undefined);
    setExisting(null);
    const input = toCreateInput(form.getValues());
    const body = JSON.stringify(input);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    try {
      const { data } = await create({
        variables: { input, ...metricsOf(permissions) },
        context: { headers: { "idempotency-key": attempt.current.key } },
      });
      if (!data) return;
      keepCountry(input.address.country);
      dropDraftedCustomer();
      onCreated(readFragment(customerRow, data.createCustomer.customer));
    } catch (thrown) {
      const error = apiErrorOf(thrown);
      const issues = error?.issues ?? [];
      form.setErrors(
        Object.fromEntries(issues.map((issue) => [fieldOfIssue(issue.path), sayIssue(issue)])),
      );
      if (error?.existing) setExisting(error.existing);
      else if (issues.length === 0) setFailure(thrown);
    }
  }

  return {
    form,
    saving: loading,
    failure,
    existing,
    submit: () => {
      if (!loading && !form.validate().hasErrors) void send();
    },
    reset: () => {
      form.setInitialValues(emptyCustomer(lastCountry()));
      form.reset();
      setExisting(null);
      setFailure(undefined);
      setRestored(false);
    },
    restored,
  };
}
