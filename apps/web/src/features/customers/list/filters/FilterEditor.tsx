import { CUSTOMER_STATUSES, type CustomerStatus } from "@clientela/shared/records/enums";
import { COUNTRIES, countryName } from "@clientela/shared/values/countries";
import { Checkbox, FocusTrap, MultiSelect, TagsInput, TextInput } from "@mantine/core";
import { type ReactElement, useMemo } from "react";
import { currentLanguage } from "../../../../i18n/i18n.js";
import { useT } from "../../../../i18n/useT.js";
import { choicesOf } from "../../../../records/choices/choicesOf.js";
import { usePeople } from "../../../../session/usePeople.js";
import { type ListParams, nobody } from "../listParams.js";
import { FilterDate, RangeChoice } from "../RangeChoice.js";
import classes from "./FilterBar.module.css";
import type { FilterName, ToggleName } from "./filterNames.js";
import { MetricsFilter } from "./MetricsFilter.js";

interface FilterEditorProps {
  name: FilterName;
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  /** Takes the focus when it opens. */
  autoFocus?: boolean;
}

// A list of choices within a popover must be rendered inside it, or a click on it would close the popover.
const inPlace = { withinPortal: false, shadow: "none", transitionProps: { duration: 0 } };

/** The fields of one filter; each change filters the list at once. */
export default function FilterEditor({ name, ...rest }: FilterEditorProps) {
  const field = fieldOf(name, rest);
  if (!rest.autoFocus) return field;
  return (
    <FocusTrap>
      <div>{field}</div>
    </FocusTrap>
  );
}

function fieldOf(name: FilterName, props: EditorProps): ReactElement {
  switch (name) {
    case "status":
      return <StatusFilter {...props} />;
    case "owner":
      return <OwnerFilter {...props} />;
    case "tag":
      return <TagFilter {...props} />;
    case "city":
      return <CityFilter {...props} />;
    case "country":
      return <CountryFilter {...props} />;
    case "overdueInvoices":
    case "overdueTasks":
    case "noNextStep":
    case "overCreditLimit":
    case "addressMissing":
      return <ToggleFilter name={name} listParams={props.listParams} onParams={props.onParams} />;
    case "created":
      return <CreatedFilter {...props} />;
    case "idle":
      return <IdleFilter {...props} />;
    case "metrics":
      return <MetricsFilter {...props} />;
  }
}

type EditorProps = Omit<FilterEditorProps, "name">;

// Archived customers have a view of their own.
const statuses = CUSTOMER_STATUSES.filter((status) => status !== "ARCHIVED");

function StatusFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  const toggle = (status: CustomerStatus) =>
    onParams({
      ...listParams,
      status: listParams.status.includes(status)
        ? listParams.status.filter((one) => one !== status)
        : [...listParams.status, status],
    });
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t("field.status")}</legend>
      {statuses.map((status, index) => (
        <Checkbox
          key={status}
          label={t(`customers.status.${status}`)}
          data-autofocus={(autoFocus && index === 0) || undefined}
          checked={listParams.status.includes(status)}
          onChange={() => toggle(status)}
        />
      ))}
    </fieldset>
  );
}

function OwnerFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  const people = usePeople();
  const data = useMemo(
    () => [{ value: nobody, label: t("customers.filter.nobody") }, ...choicesOf(people)],
    [people, t],
  );
  return (
    <MultiSelect
      label={t("field.ownerId")}
      data-autofocus={autoFocus || undefined}
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ "aria-label": t("ui.clear") }}
      nothingFoundMessage={t("ui.nothingFound")}
      comboboxProps={inPlace}
      data={data}
      value={listParams.owners}
      onChange={(owners) => {
        // "Nobody" together with a person would always be an empty list.
        const last = owners.at(-1);
        const kept = last === nobody ? [nobody] : owners.filter((one) => one !== nobody);
        onParams({ ...listParams, owners: kept });
      }}
    />
  );
}

function TagFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  return (
    <TagsInput
      label={t("customers.filter.tag")}
      description={t("customers.filter.tagHint")}
      data-autofocus={autoFocus || undefined}
      clearable
      clearButtonProps={{ "aria-label": t("ui.clear") }}
      comboboxProps={inPlace}
      value={listParams.tags}
      onChange={(tags) => onParams({ ...listParams, tags })}
    />
  );
}

function CityFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  return (
    <TextInput
      key={listParams.city}
      label={t("field.city")}
      data-autofocus={autoFocus || undefined}
      defaultValue={listParams.city}
      onBlur={(event) => {
        const city = event.currentTarget.value.trim();
        if (city !== listParams.city) onParams({ ...listParams, city });
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter")
          onParams({ ...listParams, city: event.currentTarget.value.trim() });
      }}
    />
  );
}

function CountryFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  const language = currentLanguage();
  const data = useMemo(
    () =>
      COUNTRIES.map((value) => ({ value, label: countryName(value, language) })).sort((a, b) =>
        a.label.localeCompare(b.label, language),
      ),
    [language],
  );
  return (
    <MultiSelect
      label={t("field.country")}
      data-autofocus={autoFocus || undefined}
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ "aria-label": t("ui.clear") }}
      nothingFoundMessage={t("ui.nothingFound")}
      comboboxProps={inPlace}
      maxDropdownHeight={200}
      data={data}
      value={listParams.countries}
      onChange={(countries) => onParams({ ...listParams, countries })}
    />
  );
}

interface ToggleFilterProps extends Omit<EditorProps, "autoFocus"> {
  name: ToggleName;
}

function ToggleFilter({ name, listParams, onParams }: ToggleFilterProps) {
  const t = useT();
  return (
    <Checkbox
      label={t(`customers.filter.${name}`)}
      checked={listParams[name]}
      onChange={(event) => onParams({ ...listParams, [name]: event.currentTarget.checked })}
    />
  );
}

function CreatedFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  const { createdFrom, createdTo } = listParams;
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t("customers.column.created")}</legend>
      <RangeChoice
        label={t("customers.column.created")}
        rangeText={(days) => t("customers.filter.inLastDays", { days })}
        dateText={t("customers.filter.onDates")}
        day={createdFrom}
        hasDate={createdTo !== ""}
        onDay={(day) => onParams({ ...listParams, createdFrom: day, createdTo: "" })}
        autoFocus={autoFocus}
      >
        <FilterDate
          label={t("customers.filter.fromLabel")}
          maxDate={createdTo}
          value={createdFrom}
          onChange={(day) => onParams({ ...listParams, createdFrom: day })}
        />
        <FilterDate
          label={t("customers.filter.toLabel")}
          minDate={createdFrom}
          value={createdTo}
          onChange={(day) => onParams({ ...listParams, createdTo: day })}
        />
      </RangeChoice>
    </fieldset>
  );
}

function IdleFilter({ listParams, onParams, autoFocus }: EditorProps) {
  const t = useT();
  return (
    <RangeChoice
      label={t("customers.filter.idle")}
      rangeText={(days) => t("customers.filter.forDays", { days })}
      dateText={t("customers.filter.sinceDate")}
      day={listParams.idleSince}
      onDay={(idleSince) => onParams({ ...listParams, idleSince })}
      autoFocus={autoFocus}
    >
      <FilterDate
        label={t("customers.filter.sinceLabel")}
        value={listParams.idleSince}
        onChange={(idleSince) => onParams({ ...listParams, idleSince })}
      />
    </RangeChoice>
  );
}
