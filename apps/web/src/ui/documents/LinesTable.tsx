import { documentTotals } from "@clientela/shared/documents/documentTotals";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import type { DocumentLineFieldsFragment } from "../../gql/graphql.js";
import type { MoneyValue } from "../../i18n/format.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { Money } from "../values/Money.js";
import { lineFragment, lineValuesOf } from "./documentLines.js";
import classes from "./LinesTable.module.css";
import { TotalRows } from "./TotalRows.js";

interface LinesTableProps {
  lines: readonly FragmentType<typeof lineFragment>[];
  total: MoneyValue;
}

/** The lines of a document with what they come to: its amounts stand under its description, which leaves room for them. */
export function LinesTable({ lines, total }: LinesTableProps) {
  const t = useT();
  const format = useFormat();
  const shown = lines.map((masked) => readFragment(lineFragment, masked));
  const totals = documentTotals(lineValuesOf(shown), total.currency);
  const percentagesOf = ({ discount, taxRate }: DocumentLineFieldsFragment) =>
    [
      Number(discount) > 0 && t("documents.discountOf", { discount: format.number(discount) }),
      Number(taxRate) > 0 && t("documents.taxOf", { rate: format.number(taxRate) }),
    ]
      .filter(Boolean)
      .join(" · ");
  if (lines.length === 0) return <p className={classes.none}>{t("documents.noLines")}</p>;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            {t("documents.quantity")}
          </th>
          <th scope="col" className={classes.number}>
            {t("documents.unitPrice")}
          </th>
          <th scope="col" className={classes.number}>
            {t("field.total")}
          </th>
        </tr>
      </thead>
      {shown.map((line) => (
        <tbody key={line.position}>
          <tr className={classes.line}>
            <th scope="rowgroup" colSpan={3}>
              {line.description}
              {percentagesOf(line) && (
                <span className={classes.percentages}>{percentagesOf(line)}</span>
              )}
            </th>
          </tr>
          <tr className={classes.amounts}>
            <td className={classes.number}>
              {format.number(line.quantity)} {line.unit}
            </td>
            <td className={classes.number}>
              <Money value={line.unitPrice} />
            </td>
            <td className={classes.number}>
              <Money value={line.total} />
            </td>
          </tr>
        </tbody>
      ))}
      <tfoot>
        <TotalRows
          totals={{ ...totals, total: total.amount }}
          currency={total.currency}
          span={2}
          className={classes.number}
        />
      </tfoot>
    </table>
  );
}
