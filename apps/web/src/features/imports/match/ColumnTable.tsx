import { useRef } from "react";
import { useT } from "../../../i18n/useT.js";
import { ColumnLine } from "./ColumnLine.js";
import classes from "./ColumnTable.module.css";
import {
  byWorry,
  type ColumnChange,
  type ColumnChoice,
  type ColumnConventions,
  type ReadColumn,
} from "./matchColumns.js";

interface ColumnTableProps {
  columns: readonly ReadColumn[];
  choices: readonly ColumnChoice[];
  /** The systems that ids come from already. */
  sources: readonly string[];
  onChoose: (index: number, change: ColumnChange) => void;
  /** What the import waits for, by its code. */
  waitsFor: string | null;
  onConvention: (index: number, chosen: Partial<ColumnConventions>) => void;
  onMeaning: (index: number, value: string, mappedTo: string | null) => void;
  disabled: boolean;
}

/** One line for each column of the file; those that need a decision come first. */
export function ColumnTable(props: ColumnTableProps) {
  const { columns, choices, onChoose, waitsFor, onConvention, onMeaning, disabled } = props;
  const t = useT();
  const order = useStableOrder(columns);
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t("import.heading.match")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("import.column.file")}</th>
          <th scope="col">{t("import.column.samples")}</th>
          <th scope="col">{t("import.column.field")}</th>
          <th scope="col">{t("import.column.sure")}</th>
          <th scope="col">{t("import.column.rule")}</th>
        </tr>
      </thead>
      <tbody>
        {order.map((index) => {
          const column = columns.find((one) => one.index === index);
          const choice = choices.find((one) => one.index === index);
          if (!column || !choice) return null;
          return (
            <ColumnLine
              key={index}
              column={column}
              choice={choice}
              others={choices}
              columns={columns}
              sources={props.sources}
              disabled={disabled}
              waitsFor={waitsFor}
              onConvention={(chosen) => onConvention(index, chosen)}
              onMeaning={(value, mappedTo) => onMeaning(index, value, mappedTo)}
              onChoose={(change) => onChoose(index, change)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

// The order is that of the first look at these headers: a line must not jump away under the person
// who has just chosen its field.
function useStableOrder(columns: readonly ReadColumn[]): readonly number[] {
  const headers = JSON.stringify(columns.map(({ index, header }) => [index, header]));
  const kept = useRef<{ headers: string; order: number[] }>(undefined);
  if (kept.current?.headers !== headers) kept.current = { headers, order: byWorry(columns) };
  return kept.current.order;
}
