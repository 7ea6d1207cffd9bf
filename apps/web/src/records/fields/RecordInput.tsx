import { readTime } from "@clientela/shared/typed/typedTime";
import { CURRENCIES, minorUnits } from "@clientela/shared/values/currencies";
import { Checkbox, MultiSelect } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import type { ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import { usePeople } from "../../session/usePeople.js";
import { LinesEditor } from "../../ui/documents/LinesEditor.js";
import { AmountField } from "../../ui/fields/AmountField.js";
import { DateField } from "../../ui/fields/DateField.js";
import { DurationField } from "../../ui/fields/DurationField.js";
import { FieldLabel } from "../../ui/fields/FieldLabel.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { TypedField } from "../../ui/fields/TypedField.js";
import { type Choice, choicesOf } from "../choices/choicesOf.js";
import { DateTimeField } from "./DateTimeField.js";
import type { Drafts, Field } from "./fields.js";

/** What a form may say of one of its inputs. */
export interface InputOptions {
  /** In place of the field's own label. */
  label?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  optional?: boolean;
  placeholder?: string;
  /** The latest date that can be chosen. */
  maxDate?: string;
  /** The choices of a reference; of another field, the ones of its own that are offered now. */
  choices?: readonly Choice[];
}

interface RecordInputProps extends InputOptions {
  field: Pick<Field<never>, "label" | "input" | "optional">;
  /** Value, error and handlers, as the form gives them. */
  input: GetInputPropsReturnType;
  drafts: Drafts;
  errors: Readonly<Record<string, ReactNode>>;
}

/** The control of a field, by its kind. */
export function RecordInput(props: RecordInputProps) {
  const { field, input, drafts, errors, choices, autoFocus, maxDate, ...rest } = props;
  const t = useT();
  const people = usePeople({ skip: field.input?.control !== "person" });
  const shared = {
    optional: field.optional,
    ...rest,
    label: rest.label ?? t(field.label),
    ...(autoFocus ? { "data-autofocus": true } : {}),
    ...input,
  };
  const spec = field.input;
  switch (spec?.control) {
    case undefined:
      return null;
    case "text":
      return <TextField type={spec.type} {...shared} />;
    case "paragraphs":
      return <TextAreaField {...shared} />;
    case "choice":
      return <SelectField data={[...(choices ?? spec.choices(t))]} {...shared} />;
    case "currency":
      return <SelectField data={[...CURRENCIES]} {...shared} />;
    case "amount":
      return <AmountField places={placesOf(drafts, spec.currency)} {...shared} />;
    case "percent":
      return <TextField inputMode="numeric" rightSection="%" {...shared} />;
    case "duration":
      return <DurationField {...shared} />;
    case "date":
      return <DateField maxDate={maxDate} {...shared} />;
    case "time":
      return (
        <TypedField
          autoComplete="off"
          understand={readTime}
          unreadable={t("record.notATime")}
          {...shared}
        />
      );
    case "person":
      return <SelectField data={choicesOf(people)} {...shared} />;
    case "dateTime":
      return <DateTimeField {...shared} />;
    case "references": {
      const { optional, ...given } = shared;
      return (
        <MultiSelect
          {...given}
          label={<FieldLabel label={shared.label} optional={optional} />}
          data={[...(choices ?? [])]}
          value={textOf(input.value).split(",").filter(Boolean)}
          onChange={(ids) => input.onChange(ids.join())}
          searchable
        />
      );
    }
    case "reference":
      return <SelectField data={[...(choices ?? [])]} {...shared} />;
    case "flag":
      return <Checkbox label={shared.label} disabled={rest.disabled} {...input} />;
    case "lines":
      return (
        <LinesEditor
          lines={Array.isArray(input.value) ? input.value : []}
          currency={textOf(drafts[spec.currency])}
          errors={errors}
          onChange={(lines) => input.onChange(lines)}
        />
      );
  }
}

const textOf = (draft: Drafts[string] | undefined) => (typeof draft === "string" ? draft : "");

const placesOf = (drafts: Drafts, currency: string) => minorUnits(textOf(drafts[currency]));
