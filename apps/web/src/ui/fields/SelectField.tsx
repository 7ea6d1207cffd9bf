import { Select, type SelectProps } from "@mantine/core";
import { useT } from "../../i18n/useT.js";
import { FieldLabel } from "./FieldLabel.js";
import classes from "./fields.module.css";
import type { FieldProps } from "./TextField.js";

/** One of a list, found by typing. */
export function SelectField({
  label,
  optional,
  error,
  ...rest
}: Omit<SelectProps, "label" | "error"> & FieldProps) {
  const t = useT();
  return (
    <Select
      label={label === "" ? undefined : <FieldLabel label={label} optional={optional} />}
      error={error}
      searchable
      selectFirstOptionOnChange
      // What is typed looks for another one; it does not go on from the name of the chosen one.
      onClick={(event) => event.currentTarget.select()}
      // A field that a drawer begins with would cover the next ones with its list.
      openOnFocus={false}
      clearable={optional}
      allowDeselect={optional ?? false}
      nothingFoundMessage={t("ui.nothingFound")}
      clearButtonProps={{ "aria-label": t("ui.clear") }}
      comboboxProps={{ shadow: "none", transitionProps: { duration: 80 } }}
      // The list itself scrolls: a box around it would have to take the focus.
      withScrollArea={false}
      classNames={{ options: classes.options }}
      {...rest}
    />
  );
}
