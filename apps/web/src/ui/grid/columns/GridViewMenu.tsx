import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { type Density, defaultLayout, type GridColumn, type GridLayout } from "./column.js";
import { withHidden } from "./layoutChanges.js";

interface GridViewMenuProps<T> {
  columns: readonly GridColumn<T>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  density?: Density;
  onDensity?: (density: Density) => void;
}

const densities = ["compact", "normal", "comfortable"] as const;

/** The button over a grid that chooses its columns and the height of its rows. */
export function GridViewMenu<T>(props: GridViewMenuProps<T>) {
  const { columns, layout, onLayout, density, onDensity } = props;
  const t = useT();
  const label = t("grid.view");
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu closeOnItemClick={false} width={220} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={label} ref={button}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Menu.Target>
      {/* Beside the target, not around it: the menu tells its target that it is one, and whether it is open. */}
      <Tooltip label={label} disabled={opened} target={button} />
      <Menu.Dropdown mah="min(480px, 70vh)" style={{ overflowY: "auto" }}>
        {density && onDensity && (
          <>
            <Menu.Label>{t("grid.density")}</Menu.Label>
            <Menu.RadioGroup value={density}>
              {densities.map((one) => (
                <Menu.RadioItem key={one} value={one} onChange={() => onDensity(one)}>
                  {t(`grid.density.${one}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t("grid.columns")}</Menu.Label>
        {columns.slice(1).map(({ id, header, hideable }) => (
          <Menu.CheckboxItem
            key={id}
            value={id}
            checked={!layout.hidden.includes(id)}
            disabled={hideable === false}
            onChange={() => onLayout(withHidden(layout, id, !layout.hidden.includes(id)))}
          >
            {header}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick onClick={() => onLayout(defaultLayout(columns))}>
          {t("grid.reset")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
