import { Button } from "@mantine/core";
import { use } from "react";
import { Link } from "react-router";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { SideDrawer } from "../../../../ui/overlays/SideDrawer.js";
import { useSheet } from "../../useSheet.js";
import { FixableCell } from "../FixableCell.js";
import { FixingContext } from "../fixing.js";
import { LikelyMatches } from "../LikelyMatches.js";
import { recordPath } from "../recordPath.js";
import type { Decide } from "../useDeciding.js";
import type { Leaving } from "../useLeaving.js";
import { type ImportRow, issuesByWeight, type ShownColumn } from "./importRows.js";
import { PaymentDecision } from "./PaymentDecision.js";
import { PaymentMatch } from "./PaymentMatch.js";
import { RowCell } from "./RowCell.js";
import { RowDecision } from "./RowDecision.js";
import classes from "./RowDrawer.module.css";
import { RowStateBadge } from "./RowStateBadge.js";
import { useRowIssue } from "./useRowIssue.js";

interface RowDrawerProps {
  row: ImportRow | undefined;
  columns: readonly ShownColumn[];
  /** How rows are left out; left out where they have become what they are. */
  leaving: Leaving | undefined;
  /** How it is decided where it is undecided. */
  decide: Decide | undefined;
  /** Goes on once it is decided. */
  onDecided: () => void;
  onClose: () => void;
}

function CellOf({ row, column, field }: { row: ImportRow; column: number; field: string | null }) {
  const cell = { row, column, field: field ?? "" };
  return field === null ? <RowCell {...cell} /> : <FixableCell {...cell} />;
}

/** One row of the file in full: every cell, its changes, and all issues. */
export function RowDrawer({ row, columns, leaving, decide, onDecided, onClose }: RowDrawerProps) {
  const t = useT();
  const format = useFormat();
  const { schema, labelOf } = useSheet();
  const sayIssue = useRowIssue(columns);
  const fixing = use(FixingContext);
  // A transaction is no record yet: what is decided is what it pays.
  const Decision = schema.recordType === "PAYMENT" ? PaymentDecision : RowDecision;
  return (
    <SideDrawer
      opened={row !== undefined}
      onClose={onClose}
      readOnly
      title={row ? t("import.line", { line: format.number(row.line) }) : ""}
    >
      {row && (
        <div className={classes.body}>
          <div className={classes.state}>
            <RowStateBadge row={row} />
            {row.customer && (
              <Link to={recordPath(schema.recordType, row.customer.id, row.recordId)}>
                {row.customer.displayName} · {row.customer.number}
              </Link>
            )}
            {leaving && row.class && row.class !== "UNDECIDED" && (
              <Button
                size="compact-xs"
                variant="default"
                className={classes.leave}
                onClick={() =>
                  void leaving[row.class === "SKIPPED" ? "takeIn" : "leaveOut"]({
                    lines: [row.line],
                  })
                }
              >
                {t(row.class === "SKIPPED" ? "import.takeInRow" : "import.leaveOutRow")}
              </Button>
            )}
          </div>
          {row.undo && <p className={classes.verdict}>{t(`import.verdict.${row.undo}`)}</p>}
          {row.issues.length > 0 && (
            <ul className={classes.issues}>
              {issuesByWeight(row).map((issue) => (
                <li key={`${issue.column} ${issue.code}`} data-severity={issue.severity}>
                  {sayIssue(issue)}
                </li>
              ))}
            </ul>
          )}
          {row.payment && <PaymentMatch match={row.payment} />}
          {decide && (row.class === "UNDECIDED" || row.decision) && (
            <Decision key={row.id} row={row} decide={decide} onDecided={onDecided} />
          )}
          {fixing && row.class === "NEW" && !row.decision && schema.recordType === "CUSTOMER" && (
            <LikelyMatches row={row} columns={columns} />
          )}
          <FixingContext value={fixing && { ...fixing, place: "drawer" }}>
            <dl className={classes.cells}>
              {columns.map(({ index, header, field }) => (
                <div key={index} className={classes.cell} data-unused={field === null || undefined}>
                  <dt>
                    {header || t("import.row")}
                    {field !== null && <span className={classes.field}>{labelOf(field)}</span>}
                  </dt>
                  <dd>
                    <CellOf row={row} column={index} field={field} />
                  </dd>
                </div>
              ))}
            </dl>
          </FixingContext>
        </div>
      )}
    </SideDrawer>
  );
}
