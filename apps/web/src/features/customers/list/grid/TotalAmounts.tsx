import { Popover, UnstyledButton } from "@mantine/core";
import type { MoneyValue } from "../../../../i18n/format.js";
import { MoneyList } from "../../../../ui/values/Money.js";
import { AmountsText } from "../Metrics.js";
import classes from "./TotalAmounts.module.css";

/** A total in one line; where it is of several currencies, a click or Enter shows them all. */
export function TotalAmounts({ values }: { values: readonly MoneyValue[] }) {
  if (values.length < 2) return <AmountsText values={values} />;
  return (
    <Popover position="top-end" transitionProps={{ duration: 80 }} withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.total}>
          <AmountsText values={values} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <MoneyList values={values} />
      </Popover.Dropdown>
    </Popover>
  );
}
