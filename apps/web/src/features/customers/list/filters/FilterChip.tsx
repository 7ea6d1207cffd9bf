import { CloseButton, Popover } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { usePeople } from "../../../../session/usePeople.js";
import { type ListParams, withoutFilter } from "../listParams.js";
import classes from "./FilterBar.module.css";
import { type FilterName, isToggle } from "./filterNames.js";
import { filterText } from "./filterText.js";

const FilterEditor = lazy(() => import("./FilterEditor.js"));

interface FilterChipProps {
  name: FilterName;
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  opened: boolean;
  onOpened: (opened: boolean) => void;
}

/** An active filter with its value; opens to change it, and its cross removes it. */
export function FilterChip({ name, listParams, onParams, opened, onOpened }: FilterChipProps) {
  const t = useT();
  const format = useFormat();
  const people = usePeople({ skip: name !== "owner" });
  const label = t(`customers.filter.${name}`);
  const value = filterText(name, listParams, { t, format, people });
  const remove = (
    <CloseButton
      size={24}
      iconSize={14}
      aria-label={t("customers.filter.remove", { filter: label })}
      onClick={() => {
        onOpened(false);
        onParams(withoutFilter(listParams, name));
      }}
    />
  );
  // What is only on or off has nothing to open.
  if (isToggle(name)) {
    return (
      <span className={classes.chip}>
        <span className={classes.chipWord}>{label}</span>
        {remove}
      </span>
    );
  }
  return (
    <span className={classes.chip}>
      <Popover opened={opened} onChange={onOpened} position="bottom-start" width={280}>
        <Popover.Target>
          <button
            type="button"
            className={classes.chipButton}
            onClick={() => onOpened(!opened)}
            aria-expanded={opened}
          >
            {label}
            {value && <span className={classes.chipValue}>{value}</span>}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <Suspense>
            <FilterEditor name={name} listParams={listParams} onParams={onParams} autoFocus />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {remove}
    </span>
  );
}
