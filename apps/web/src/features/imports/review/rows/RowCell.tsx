import { useT } from "../../../../i18n/useT.js";
import { useSheet } from "../../useSheet.js";
import type { ImportRow, Issue } from "./importRows.js";
import classes from "./RowCell.module.css";

/** A cell of a row. */
export interface RowCellProps {
  row: ImportRow;
  /** The column of the file, from 0. */
  column: number;
  field: string;
  /** Whether it is only a fallback for another column: that one shows what changes. */
  standsIn?: boolean;
}

/** The text of a cell in the file. */
export function textOfCell({ row, column }: Pick<RowCellProps, "row" | "column">): string {
  return row.cells.find((cell) => cell.column === column)?.value ?? "";
}

/** What is wrong with a cell. */
export function issueOfCell({
  row,
  column,
}: Pick<RowCellProps, "row" | "column">): Issue | undefined {
  return row.issues.find((one) => one.column === column);
}

/** A cell of the file: its text, what it changes, and what is wrong with it. */
export function RowCell({ row, column, field, standsIn }: RowCellProps) {
  const t = useT();
  const { sayValue } = useSheet();
  const text = textOfCell({ row, column });
  const issue = issueOfCell({ row, column });
  // What a new record gets is no change: there is nothing that it had before.
  const changes = row.class === "UPDATE" || row.outcome === "UPDATED";
  const change = changes && !standsIn ? row.changes.find((one) => one.field === field) : undefined;
  if (issue) {
    return (
      <span className={classes.issue} data-severity={issue.severity} title={issue.message}>
        {text || t("import.blank")}
      </span>
    );
  }
  // A person changes by id; the file contains the name.
  if (change && field === "owner")
    return (
      <span className={classes.change}>
        <ins>{text}</ins>
      </span>
    );
  if (change) {
    return (
      <span className={classes.change}>
        {change.old && <del>{sayValue(field, change.old)}</del>}
        <span aria-hidden="true">→</span>
        <ins>{change.new === null ? t("import.blank") : sayValue(field, change.new)}</ins>
      </span>
    );
  }
  return <span>{text}</span>;
}
