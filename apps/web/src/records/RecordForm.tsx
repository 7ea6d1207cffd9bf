import { type ReactNode, useState } from "react";
import { useT } from "../i18n/useT.js";
import { FormDrawer } from "../ui/forms/FormDrawer.js";
import { useRecordForm } from "../ui/forms/useRecordForm.js";
import { DeleteButton } from "../ui/overlays/DeleteButton.js";
import type { RecordOperations, Stored } from "./defineOperations.js";
import { ExternalIds } from "./ExternalIds.js";
import { checkDrafts, draftsOf, questionOf } from "./fields/checkFields.js";
import type { Draft } from "./fields/fields.js";
import { type InputOptions, RecordInput } from "./fields/RecordInput.js";
import { useFieldContext } from "./fields/useFieldContext.js";
import { useRecordMutations } from "./useRecordMutations.js";

/** What a form's layout is made of: the input of a field, and what is typed into all of them. */
export interface FormFields<Values> {
  field: (name: keyof Values & string, options?: InputOptions) => ReactNode;
  drafts: Readonly<Record<keyof Values & string, Draft>>;
}

interface RecordFormProps<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
> {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  /** Null for the task of a customer that the person does not see. */
  customerId: string | null;
  /** The record to change; without one, a new one is created. */
  record?: Full;
  /** What a new one begins with; the other fields are empty. */
  defaults: Partial<Values>;
  /** What the drawer was opened with besides `new`: a project, a kind. */
  preset?: string | null;
  title: string;
  onClose: () => void;
  /** The last word on what is sent. */
  prepare?: (values: Values) => Partial<Values>;
  /** The label of the button that creates one, where "Create" says too little. */
  createLabel?: string;
  /** Whether the form deletes as well, where no other drawer shows the record. */
  deletes?: boolean;
  /** Lays the fields out. */
  children: (fields: FormFields<Values>) => ReactNode;
}

/** The drawer that creates a record or changes one; its noun says which fields stand where. */
export function RecordForm<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>(props: RecordFormProps<Full, Listed, Values, Create, Loaded>) {
  const { operations, customerId, record, defaults, preset = null, title, onClose } = props;
  const { prepare = (values: Values) => values, createLabel, deletes, children } = props;
  const t = useT();
  const context = useFieldContext();
  const mutations = useRecordMutations(operations, customerId);
  const [initial] = useState(() =>
    draftsOf(operations, record ? operations.values(record) : defaults, context),
  );
  const kind = operations.lists[0] ?? title;
  const form = useRecordForm({
    draft: record
      ? `${kind} ${record.id} ${record.version}`
      : `new ${kind} ${preset ?? ""} ${customerId}`,
    initial,
    check: (drafts) => {
      const checked = checkDrafts(operations, drafts, context);
      return "errors" in checked ? checked.errors : {};
    },
    ask: (drafts) => {
      const checked = checkDrafts(operations, drafts, context);
      // What a record is already, its other fields may be changed without being asked again.
      if (
        "errors" in checked ||
        (record && questionOf(operations, operations.values(record), context))
      )
        return null;
      return questionOf(operations, checked.values, context);
    },
    send: async (drafts) => {
      const checked = checkDrafts(operations, drafts, context);
      if ("errors" in checked) return;
      const values = prepare(checked.values);
      await (record
        ? mutations.update(record, values)
        : mutations.create({ ...checked.values, ...values }, preset));
      onClose();
    },
  });
  const { getInputProps, values: drafts, errors } = form.form;
  return (
    <FormDrawer
      title={title}
      onClose={onClose}
      form={form}
      submitLabel={record ? t("ui.save") : (createLabel ?? t("ui.create"))}
      aside={
        deletes &&
        record && (
          <DeleteButton
            name={operations.name(record, context)}
            onDelete={() => {
              onClose();
              void mutations.remove(record);
            }}
          />
        )
      }
    >
      {children({
        drafts,
        field: (name, options) => {
          const field = operations.fields[name];
          const isFlag = field.input?.control === "flag";
          return (
            <RecordInput
              key={name}
              field={field}
              input={getInputProps(name, isFlag ? { type: "checkbox" } : {})}
              drafts={drafts}
              errors={errors}
              {...options}
            />
          );
        },
      })}
      {record && <ExternalIds id={record.id} />}
    </FormDrawer>
  );
}
