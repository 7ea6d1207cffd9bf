import { isCalendarDate } from "@clientela/shared/values/dates";
import { Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { DateField } from "../../../ui/fields/DateField.js";
import { daysAgo, type FilterDay, offeredDays } from "./filters/filterDays.js";

interface RangeChoiceProps {
  label: string;
  /** Says a range: "in the last 30 days". */
  rangeText: (days: number) => string;
  /** Says that dates are chosen. */
  dateText: string;
  day: FilterDay;
  /** Whether a date is set apart from `day`. */
  hasDate?: boolean;
  onDay: (day: FilterDay) => void;
  autoFocus?: boolean;
  /** The fields of the dates. */
  children: ReactNode;
}

const anyTime = "any";
const dates = "dates";

/** So many days up to today, which stays true in a saved view, or fixed dates. */
export function RangeChoice(props: RangeChoiceProps) {
  const { label, rangeText, dateText, day, hasDate = false, onDay, autoFocus, children } = props;
  const t = useT();
  const days = daysAgo(day);
  const [choosesDates, setChoosesDates] = useState(hasDate || (day !== "" && days === null));
  const ranges = new Set<number>(offeredDays);
  if (days !== null) ranges.add(days);
  const chosen = choosesDates ? dates : days === null ? anyTime : day;
  return (
    <>
      <Select
        label={label}
        data-autofocus={autoFocus || undefined}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false, shadow: "none", transitionProps: { duration: 0 } }}
        data={[
          { value: anyTime, label: t("customers.filter.anyTime") },
          ...[...ranges]
            .sort((a, b) => a - b)
            .map((count) => ({ value: `${count}d`, label: rangeText(count) })),
          { value: dates, label: dateText },
        ]}
        value={chosen}
        onChange={(value) => {
          setChoosesDates(value === dates);
          onDay(value === null || value === anyTime || value === dates ? "" : value);
        }}
      />
      {choosesDates && children}
    </>
  );
}

interface FilterDateProps {
  label: string;
  value: FilterDay;
  minDate?: FilterDay;
  maxDate?: FilterDay;
  onChange: (day: FilterDay) => void;
}

/** One date of a filter; the list is filtered as soon as the text is a date. */
export function FilterDate({ label, value, minDate, maxDate, onChange }: FilterDateProps) {
  const [typed, setTyped] = useState<string | null>(value || null);
  return (
    <DateField
      label={label}
      // A calendar outside of the filter's popover would close it when it is clicked.
      withinPortal={false}
      value={typed}
      minDate={minDate || undefined}
      maxDate={maxDate || undefined}
      onChange={(text) => {
        setTyped(text);
        if (text === null || isCalendarDate(text)) onChange(text ?? "");
      }}
    />
  );
}
