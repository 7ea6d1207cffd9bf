import { Button, Menu } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../../../i18n/useT.js";
import { useViewer } from "../../../../session/viewer.js";
import { useShortcut } from "../../../../ui/shortcuts/useShortcut.js";
import { activeFilters, type ListParams, withoutFilters } from "../listParams.js";
import classes from "./FilterBar.module.css";
import { FilterChip } from "./FilterChip.js";
import { type FilterName, filterNames, isToggle } from "./filterNames.js";

interface FilterBarProps {
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
}

/** The filters of the list as chips, and the menu (F) that adds one. */
export function FilterBar({ listParams, onParams }: FilterBarProps) {
  const t = useT();
  const [menu, setMenu] = useState(false);
  const [open, setOpen] = useState<FilterName | null>(null);
  useShortcut("f", () => setMenu(true), {
    label: t("customers.filter"),
    group: t("shell.customers"),
  });
  const active = activeFilters(listParams);
  const shown = filterNames.filter((name) => active.includes(name) || name === open);
  const offered = useFilters(listParams);

  function add(name: FilterName) {
    if (isToggle(name)) onParams({ ...listParams, [name]: true });
    else setOpen(name);
  }

  return (
    <div className={classes.bar}>
      <Menu opened={menu} onChange={setMenu} position="bottom-start" width={200}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconFilter size={16} stroke={1.6} />}>
            {t("customers.filter")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((name) => (
            <Menu.Item key={name} onClick={() => add(name)}>
              {t(`customers.filter.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {shown.map((name) => (
        <FilterChip
          key={name}
          name={name}
          listParams={listParams}
          onParams={onParams}
          opened={open === name}
          onOpened={(opened) => setOpen(opened ? name : null)}
        />
      ))}
      {active.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onParams(withoutFilters(listParams))}
        >
          {t("customers.clearFilters")}
        </Button>
      )}
    </div>
  );
}

/** The filters that make sense in the view at hand, and that the viewer may use. */
export function useFilters({ view }: ListParams): readonly FilterName[] {
  const { permissions } = useViewer();
  const left: Partial<Record<FilterName, boolean>> = {
    status: view === "archived",
    owner: view === "mine",
    overdueInvoices: view === "overdue" || !permissions.has("invoices:read"),
    overdueTasks: !permissions.has("tasks:read"),
    noNextStep: !permissions.has("tasks:read"),
    overCreditLimit: !permissions.has("invoices:read"),
  };
  return filterNames.filter((name) => !left[name]);
}
