import { useT } from "../../i18n/useT.js";
import selectBox from "./checkbox.module.css";
import classes from "./DataGrid.module.css";

interface SelectAllCellProps {
  active: boolean;
  chosen: number;
  of: number;
  onToggle: () => void;
}

/** The check box in the header: chooses all rows that are loaded. */
export function SelectAllCell({ active, chosen, of, onToggle }: SelectAllCellProps) {
  const t = useT();
  return (
    <div
      role="columnheader"
      aria-colindex={1}
      tabIndex={active ? 0 : -1}
      data-cell="-1:0"
      className={classes.selectCell}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        className={selectBox.checkbox}
        aria-label={t("grid.selectAll")}
        checked={of > 0 && chosen === of}
        ref={(input) => {
          if (input) input.indeterminate = chosen > 0 && chosen < of;
        }}
        onChange={onToggle}
      />
    </div>
  );
}
