import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** One thing to do with a record. */
export interface RowAction {
  label: string;
  icon?: ReactNode;
  onClick: () => void;
  destructive?: boolean;
  disabled?: boolean;
}

interface RowMenuProps {
  /** What the menu is for: "More for order PO-12". */
  label: string;
  actions: readonly RowAction[];
  size?: number;
}

/** The ⋯ of a record: everything that can be done with it. */
export function RowMenu({ label, actions, size = 28 }: RowMenuProps) {
  if (actions.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={size} aria-label={label}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label: name, icon, onClick, destructive, disabled }) => (
          <Menu.Item
            key={name}
            leftSection={icon}
            onClick={onClick}
            disabled={disabled}
            data-destructive={destructive || undefined}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
