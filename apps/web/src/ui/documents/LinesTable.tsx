import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import type { MoneyValue } from "../../i18n/format.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { Money } from "../values/Money.js";
import { lineFragment } from "./documentLines.js";
import classes from "./LinesTable.module.css";

interface LinesTableProps {
  lines: readonly FragmentType<typeof lineFragment>[];
  total: MoneyValue;
}

/** The lines of a document with what they come to: the figures of a line stand under its description, which leaves room for them. */
export function LinesTable({ lines, total }: LinesTableProps) {
  const t = useT();
  const format = useFormat();
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
      {lines.map((masked) => {
        const line = readFragment(lineFragment, masked);
        return (
          <tbody key={line.position}>
            <tr className={classes.line}>
              <th scope="rowgroup" colSpan={3}>
                {line.description}
              </th>
            </tr>
            <tr className={classes.figures}>
              <td className={classes.number}>{format.number(line.quantity)}</td>
              <td className={classes.number}>
                <Money value={line.unitPrice} />
              </td>
              <td className={classes.number}>
                <Money value={line.total} />
              </td>
            </tr>
          </tbody>
        );
      })}
      <tfoot>
        <tr>
          <th scope="row">{t("field.total")}</th>
          <td colSpan={2} className={classes.number}>
            <Money value={total} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
