import { Menu } from "@mantine/core";
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsDiff,
  IconChevronDown,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
} from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import classes from "../GridHeader.module.css";
import type { GridColumn, GridLayout, GridSort } from "./column.js";
import { withHidden, withMoved, withWidth } from "./layoutChanges.js";

interface ColumnMenuProps<T> {
  column: GridColumn<T>;
  pinned: boolean;
  layout: GridLayout;
  onLayout: ((layout: GridLayout) => void) | undefined;
  direction: GridSort["direction"] | undefined;
  onSort: ((sort: GridSort) => void) | false | undefined;
}

const step = 40;

/** All that can be done to a column, for those who do not drag. Alt+↓ on a header opens it. */
export function ColumnMenu<T>(props: ColumnMenuProps<T>) {
  const { column, pinned, layout, onLayout, direction, onSort } = props;
  const t = useT();
  if (!onLayout && !onSort) return null;
  const { id } = column;
  const width = layout.widths[id] ?? column.width ?? 140;
  const shown = layout.order.filter((one) => !layout.hidden.includes(one)).slice(1);
  const place = shown.indexOf(id);
  const leftOf = shown[place - 1];
  const rightOf = place < 0 ? undefined : shown[place + 1];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.menuButton}
          aria-label={t("grid.columnMenu", { column: column.header })}
          onClick={(event) => event.stopPropagation()}
        >
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        {onSort && (
          <>
            <Menu.Item
              leftSection={<IconSortAscending size={16} />}
              disabled={direction === "asc"}
              onClick={() => onSort({ column: id, direction: "asc" })}
            >
              {t("grid.sortAscending")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconSortDescending size={16} />}
              disabled={direction === "desc"}
              onClick={() => onSort({ column: id, direction: "desc" })}
            >
              {t("grid.sortDescending")}
            </Menu.Item>
          </>
        )}
        {onLayout && (
          <>
            <Menu.Item
              leftSection={<IconArrowsDiff size={16} />}
              closeMenuOnClick={false}
              onClick={() => onLayout(withWidth(layout, id, width + step))}
            >
              {t("grid.wider")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowsDiff size={16} />}
              closeMenuOnClick={false}
              onClick={() => onLayout(withWidth(layout, id, width - step))}
            >
              {t("grid.narrower")}
            </Menu.Item>
          </>
        )}
        {onLayout && !pinned && (
          <>
            <Menu.Item
              leftSection={<IconArrowLeft size={16} />}
              disabled={!leftOf}
              onClick={() => leftOf && onLayout(withMoved(layout, id, leftOf))}
            >
              {t("grid.moveLeft")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowRight size={16} />}
              disabled={!rightOf}
              onClick={() => rightOf && onLayout(withMoved(layout, id, rightOf))}
            >
              {t("grid.moveRight")}
            </Menu.Item>
            {column.hideable !== false && (
              <Menu.Item
                leftSection={<IconEyeOff size={16} />}
                onClick={() => onLayout(withHidden(layout, id, true))}
              >
                {t("grid.hide")}
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
