import { columnOf } from "@clientela/shared/sheets/sheet";
import { useMemo } from "react";
import { Link } from "react-router";
import { useFormat } from "../../../../i18n/useFormat.js";
import { type Translate, useT } from "../../../../i18n/useT.js";
import type { GridColumn } from "../../../../ui/grid/columns/column.js";
import { useSheet } from "../../useSheet.js";
import { FixableCell } from "../FixableCell.js";
import { recordPath } from "../recordPath.js";
import { type ImportRow, issuesByWeight, type ShownColumn } from "./importRows.js";
import { PaymentMatch } from "./PaymentMatch.js";
import { RowStateBadge } from "./RowStateBadge.js";
import classes from "./RowsGrid.module.css";
import { useRowIssue } from "./useRowIssue.js";

// What people know a record by, the best first.
const namingFields = [
  ["legalName"],
  ["name"],
  ["firstName", "middleName", "lastName"],
  ["number"],
] as const;

interface RowColumnsOptions {
  /** Whether there is a column for reasons. */
  reasons: boolean;
  tense: "plan" | "past";
  /** The columns of the file that are shown first, in order. */
  leading?: readonly number[];
}

/** The columns of the grid: the row, what it does, why, and each column of the file that goes in. */
export function useRowColumns(
  columns: readonly ShownColumn[],
  { reasons, tense, leading = [] }: RowColumnsOptions,
): readonly GridColumn<ImportRow>[] {
  const t = useT();
  const format = useFormat();
  const sheet = useSheet();
  const { schema, labelOf } = sheet;
  const sayIssue = useRowIssue(columns);
  const key = JSON.stringify([
    columns.map(({ index, field, fallback }) => [index, field, fallback]),
    leading,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the columns do.
  return useMemo(() => {
    const mapped = columns.flatMap(({ index, field, fallback, header }) =>
      field === null ? [] : [{ index, field, fallback, header }],
    );
    const naming = namingOf(mapped);
    const grid: GridColumn<ImportRow>[] = [
      {
        id: "row",
        header: naming.map(({ field }) => labelOf(field)).join(" · ") || t("import.row"),
        width: 260,
        minWidth: 160,
        narrow: "title",
        cell: (row) => (
          <span className={classes.row}>
            <span className={classes.line} title={t("import.line", { line: row.line })}>
              {format.number(row.line)}
            </span>
            {naming.map(({ index, field }) => (
              <FixableCell key={index} row={row} column={index} field={field} />
            ))}
          </span>
        ),
      },
      {
        id: "state",
        header: tense === "plan" ? t("import.plan") : t("import.result"),
        width: 136,
        narrow: "end",
        cell: (row) => <RowStateBadge row={row} />,
      },
    ];
    if (schema.recordType === "PAYMENT") {
      grid.push({
        id: "payment",
        header: t("import.payment"),
        width: 360,
        narrow: "detail",
        cell: ({ payment }) => payment && <PaymentMatch match={payment} />,
      });
    }
    if (reasons) {
      grid.push({
        id: "why",
        header: t("import.why"),
        width: 340,
        narrow: "detail",
        cell: (row) => {
          const text = reasonOf(row, t, sayIssue);
          return text && <span title={text}>{text}</span>;
        },
      });
    }
    if (tense === "past") {
      grid.push({
        id: "customer",
        header: t("import.customer"),
        width: 180,
        cell: ({ customer, recordId }) =>
          customer && (
            <Link to={recordPath(schema.recordType, customer.id, recordId)}>
              {customer.number} · {customer.displayName}
            </Link>
          ),
      });
    }
    const placeOf = ({ index }: { index: number }) =>
      leading.includes(index) ? leading.indexOf(index) : leading.length;
    for (const one of mapped.toSorted((a, b) => placeOf(a) - placeOf(b))) {
      const { index, field, fallback, header } = one;
      if (naming.some((named) => named.index === index)) continue;
      grid.push({
        id: `c${index}`,
        header: fallback ? `${labelOf(field)} (${header})` : labelOf(field),
        // A CNPJ with its marks is wider than most values.
        width: columnOf(schema, field)?.type === "taxId" ? 176 : 150,
        cell: (row) => <FixableCell row={row} column={index} field={field} standsIn={fallback} />,
      });
    }
    return grid;
  }, [key, reasons, tense, t, format, sheet]);
}

/** The columns that name a row: it is known by more than its number. */
function namingOf<Column extends { field: string; fallback: boolean }>(mapped: readonly Column[]) {
  const firsts = mapped.filter(({ fallback }) => !fallback);
  const named = namingFields
    .map((names) => names.flatMap((name) => firsts.find(({ field }) => field === name) ?? []))
    .find((all) => all.length > 0);
  return named ?? mapped.slice(0, 1);
}

/** Why a row is what it is. */
function reasonOf(row: ImportRow, t: Translate, sayIssue: ReturnType<typeof useRowIssue>): string {
  if (row.class === "SKIPPED") {
    const footer = row.issues.find(({ code }) => code === "looksLikeFooter");
    return footer?.message ?? t("import.byHand");
  }
  const verdict = row.undo ? [t(`import.verdict.${row.undo}`)] : [];
  return [...verdict, ...issuesByWeight(row).map(sayIssue)].join(" · ");
}
