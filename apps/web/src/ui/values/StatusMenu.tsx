import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./StatusMenu.module.css";

interface StatusMenuProps<Status extends string> {
  /** What changes: "Status of order PO-12: open. Change". It must hold the badge's word. */
  label: string;
  /** The badge of the status as it is. */
  children: ReactNode;
  /** The statuses that may follow; without any, the badge stands alone. */
  options: readonly { value: Status; label: string }[];
  onChoose: (status: Status) => void;
}

/** A status badge that opens the statuses that may follow it. */
export function StatusMenu<Status extends string>(props: StatusMenuProps<Status>) {
  const { label, children, options, onChoose } = props;
  if (options.length === 0) return children;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={label}>
          {children}
          <IconChevronDown size={12} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.Item key={option.value} onClick={() => onChoose(option.value)}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
