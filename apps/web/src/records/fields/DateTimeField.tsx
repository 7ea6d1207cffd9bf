import { readTime } from "@clientela/shared/typed/typedTime";
import { isCalendarDate } from "@clientela/shared/values/dates";
import { useT } from "../../i18n/useT.js";
import { DateField } from "../../ui/fields/DateField.js";
import type { FieldProps } from "../../ui/fields/TextField.js";
import { TypedField } from "../../ui/fields/TypedField.js";
import classes from "./DateTimeField.module.css";

const DATE_LENGTH = 10;

interface DateTimeFieldProps extends FieldProps {
  /** `2026-11-24T09:30`; each half is as it was typed while it is none. */
  value?: string;
  onChange: (value: string) => void;
  disabled?: boolean;
}

/** A moment to the minute: a date and a time of day, typed and written as the person's region does. */
export function DateTimeField({ value = "", onChange, error, ...rest }: DateTimeFieldProps) {
  const t = useT();
  const [date, time] = halvesOf(value);
  return (
    <div className={classes.halves}>
      <DateField
        {...rest}
        value={date || null}
        error={error}
        onChange={(typed) => onChange(`${typed ?? ""}T${time}`)}
      />
      <TypedField
        label={t("record.time")}
        disabled={rest.disabled}
        autoComplete="off"
        value={time}
        understand={readTime}
        unreadable={t("record.notATime")}
        onChange={(typed) => onChange(`${date}T${typed}`)}
      />
    </div>
  );
}

function halvesOf(value: string): [date: string, time: string] {
  const at = isCalendarDate(value.slice(0, DATE_LENGTH)) ? DATE_LENGTH : value.lastIndexOf("T");
  return at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
}
